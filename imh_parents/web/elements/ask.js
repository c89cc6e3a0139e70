import { Live, define } from "../dom.js";
import { share } from "../share.js";

/** Sends a ready question to somebody you know; the text message stays where there is no share sheet. */
class Ask extends Live {
  /** @override */
  start() {
    const link = this.find("a");
    this.addEventListener("click", (event) => {
      if (!navigator.share) return;
      event.preventDefault();
      void share({ text: this.word("text") }).then((done) => {
        if (!done) location.href = link.href;
      });
    });
  }
}

define("imh-ask", Ask);
