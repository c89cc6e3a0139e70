"""A message on one's own phone, before it is planned."""

from datetime import UTC, datetime

from imh_parents.desk.campaign_state import Campaign
from imh_parents.desk.state import may, reading
from imh_parents.desk.words import t
from imh_parents.errors import PushError
from imh_parents.people.roles import CAMPAIGN
from imh_parents.push import keys, store
from imh_parents.push.trying import send_trial
from imh_parents.settings import settings


class Trial(Campaign):
    """A substate, so that it sees which message is open."""

    @may(CAMPAIGN)
    async def send(self, endpoint: str) -> None:
        """What was saved goes to this very device, when it asked for messages in the app."""
        made, subject = keys.load(settings()), settings().vapid_subject
        if not endpoint:
            self.said = t("Dit toestel krijgt nog geen berichten. Zet ze aan in de app, bij Instellingen, en kom terug.")
            return
        if not made.all or not subject:
            self.said = t("Er kunnen nog geen berichten vertrekken: de sleutels zijn nog niet gemaakt.")
            return
        async with reading() as conn:
            message = await store.get(conn, self.id)
            try:
                sent = await send_trial(conn, endpoint, message, made, subject, settings().public_url, datetime.now(UTC)) if message else "failed"
            except PushError:
                sent = "failed"
        self.said = {
            "sent": t("Vertrokken. Het komt zo op dit toestel aan."),
            "unknown": t("Dit toestel is bij ons niet bekend. Zet berichten in de app uit en weer aan."),
            "failed": t("Dat lukte niet. Is er al een Nederlandse tekst bewaard?"),
        }[sent]
