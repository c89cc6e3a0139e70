"""The words the village uses for a place: its kind, its ring, and what a parent may need. In content, in the database and on the phone."""

from typing import Literal

Kind = Literal[
    "huis-van-het-kind", "caw", "ckg", "cgg", "inloopteam", "kraamzorg", "moeder-baby-eenheid", "ontmoetingsplaats", "speelotheek",
    "vertrouwenscentrum", "thuisbegeleiding", "loket-kinderopvang", "wijkgezondheidscentrum", "vadergroep", "verlies", "nieuwkomers", "andere",
]  # fmt: skip
Ring = Literal["ontmoeten", "eerste-lijn", "gespecialiseerd"]
Need = Literal[
    "praten", "huilen", "slapen", "eten", "spelen", "opvang", "geld", "geweld", "eenzaam", "verlies", "zwanger", "andere-taal", "gezondheid",
    "ruzie", "depressie", "ontwikkeling", "ontmoeten", "wonen",
]  # fmt: skip
