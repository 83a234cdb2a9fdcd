package org.comity.capacity.iati;

/** Says that a text holds what no XML can hold, such as a control character; some writers notice, others write it all the same. */
public final class UnwritableXml extends RuntimeException {

    UnwritableXml(Exception cause) {
        super(cause);
    }
}
