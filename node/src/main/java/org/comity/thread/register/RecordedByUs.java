package org.comity.thread.register;

import org.comity.proof.act.Envelope;
import org.comity.proof.seat.SeatProof;
import org.comity.thread.RecordedChannels;

/**
 * Records an act that our officer wrote down, because the counterpart has no node and cannot sign for itself. Our authority is the author, the counterpart the addressee; the role says whose step it is. What came is taken as it came: the rules of content bind who writes, not who writes down.
 */
final class RecordedByUs {

    static final String FACT = RecordedChannels.FACT;

    /** Who said what opens a thread: the counterpart, unless this fact names our own participant. */
    static final String SPEAKER = "speaker";

    private RecordedByUs() {}

    /** @return true if the act is recorded, and may be */
    static boolean check(Envelope envelope, boolean ours, boolean byWire) {
        var channel = envelope.facts().get(FACT);
        if (channel == null) {
            return false;
        }
        AdmittingAct.require(ours, "recorded-by-another", "an act that the sender wrote down for somebody else");
        AdmittingAct.require(!byWire, "counterpart-has-a-node", "the counterpart speaks for itself");
        AdmittingAct.require(RecordedChannels.known(channel), "unknown-channel", "facts.recorded");
        var speaker = speaker(envelope);
        AdmittingAct.require(
                speaker.equals(envelope.author()) || speaker.equals(envelope.addressee()),
                "not-a-party",
                "facts.speaker");
        AdmittingAct.require(
                !SeatProof.asked(envelope)
                        || envelope.addressee().equals(envelope.facts().get(SPEAKER)),
                "not-a-party",
                "facts.speaker of an act from a seat");
        return true;
    }

    static String speaker(Envelope envelope) {
        return envelope.facts().containsKey(FACT)
                ? envelope.facts().getOrDefault(SPEAKER, envelope.addressee())
                : envelope.author();
    }
}
