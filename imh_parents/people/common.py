"""Makes common.txt: `python -m imh_parents.people.common`.

Source: our own. The words that head every published count of leaked passwords, in the languages of this country, with what
people put behind and before them; only what is long enough to pass the rule of length, and only the likeliest of it.
"""

from imh_parents.people.passwords import COMMON, LEAST, fold

WORDS = """
password passw0rd wachtwoord motdepasse passwort welkom welcome bienvenue bonjour hallo hello administrator admin administrateur beheerder
geheim secret letmein changeme qwerty qwertyuiop azerty azertyuiop asdfghjkl zxcvbnm qwertyazerty iloveyou ikhouvanjou ikhouvanje jetaime
sunshine princess prinses football voetbal baseball dragon monkey master superman batman pokemon starwars shadow michael jennifer michelle
charlie computer internet whatever trustno1 freedom flower liverpool anderlecht clubbrugge standard belgie belgium vlaanderen antwerpen gent brussel
brugge leuven hasselt mechelen kortrijk oostende limburg zomer lente herfst winter summer spring autumn januari februari maart april juni juli
augustus september oktober november december maandag dinsdag woensdag donderdag vrijdag zaterdag zondag familie schatje liefde vakantie zonnetje
kindengezin kind gezin ouders moeder vader baby babytje mama papa oma opa verpleegster verpleegkundige vroedvrouw ziekenhuis huisvanhetkind goedgenoeg
opgroeien school leerkracht test testtest tester demo gast guest user gebruiker login default temporary tijdelijk
"""
ENDINGS = """
1 12 123 1234 12345 123456 1234567 12345678 123456789 1234567890 0000 1111 007 69 99 2000 2010 2015 2016 2017 2018 2019 2020 2021 2022 2023 2024 2025
2026 2027 ! !! !!! 1! 12! 123! 1234! 2024! 2025! 2026! 2027! @123 #123 _123 .123 abc abc123 abcd qwerty azerty 123abc
"""
RUNS = (
    "1234567890",
    "0123456789",
    "abcdefghijklmnopqrstuvwxyz",
    "qwertyuiopasdfghjklzxcvbnm",
    "azertyuiopqsdfghjklmwxcvbn",
    "1qaz2wsx3edc4rfv5tgb",
    "1a2b3c4d5e6f7g8h",
)
PHRASES = """
correcthorsebatterystaple hetzonnetjeschijnt ditismijnwachtwoord mijnwachtwoord ikweethetniet wachtwoordvergeten ikbenhetvergeten letmeinplease
thisismypassword mypasswordis iloveyouverymuch ikhouvanjouheelveel liefdevoorjou altijdvoorjou vandaagenmorgen sesamopenu opensesame zesamopenu
"""
LEET = str.maketrans("aeios", "43105")


def made() -> list[str]:
    words, endings = WORDS.split(), ENDINGS.split()
    found = set(PHRASES.split())
    for word in words:
        found |= {word + ending for ending in endings} | {word * 2, word * 3} | {ending + word for ending in endings[:9]}
        found |= {word.translate(LEET) + ending for ending in endings[1:4]}
    for run in RUNS:
        found |= {(run * 2)[start : start + size] for start in range(6) for size in range(LEAST, 17)}
        found |= {run[:size][::-1] + run[:size] for size in range(6, 9)} | {run[:size] * 2 for size in range(6, 9)}
    return sorted({fold(text) for text in found if LEAST <= len(text) <= 24} | {word for word in words if len(word) > 4})


if __name__ == "__main__":
    COMMON.write_text("\n".join(made()) + "\n", encoding="utf-8")
