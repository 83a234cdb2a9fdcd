package org.comity.casework;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.proof.act.Envelope;

/** Gives what a paper of an order says, by which whoever holds it can ask us whether the order is ours. */
public interface CheckWords {

    /** What stands on the papers of this act of ours; empty of what is no order that bears a check word. */
    Optional<Printed> on(Envelope act, Map<String, Object> body);

    /** This file was made of that act of that thread: whoever has it can ask with it, once the act has left. */
    void made(String thread, String act, byte[] file);

    /** The threads of the orders on whose papers this number and word stand, however they are typed; none where no such word is typed. */
    List<String> threads(String typed);

    /** An order that was given back before it was sent: another number of a thread takes its place. */
    void forget(String thread);

    /**
     * @param address of the page on which it is asked, as it is read
     * @param number of the order
     * @param word in two groups of letters, e.g. {@code KRHP-CWMX}
     */
    record Printed(String address, String number, String word) {}
}
