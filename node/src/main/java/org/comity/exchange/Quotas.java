package org.comity.exchange;

import java.util.function.BooleanSupplier;

/**
 * Limits what one participant may take up here: its threads, what is stored of its acts, its messages, what waits to be sent to it; and of the disk a part stays free for ourselves. Beyond that it is refused, and others are not (docs/protocol/door.md).
 */
public interface Quotas {

    /**
     * @param bytes of the sealed act
     * @param known it is here already, and takes up nothing; asked only at a bound
     * @param opens it would open a thread
     */
    void act(String from, long bytes, BooleanSupplier known, BooleanSupplier opens) throws Refusal;

    void message(String from) throws Refusal;

    /** So many threads of it may be open here; what it says about threads is bounded by that, too. */
    long threads(String from);

    /** It asks for what we hold: that is put into the outbox, up to a bound. */
    void ask(String from) throws Refusal;
}
