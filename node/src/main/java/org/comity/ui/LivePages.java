package org.comity.ui;

/** Tells open pages that something changed. Only names travel; a page that wants more asks again, with its own rights. */
public interface LivePages {

    /**
     * Sent after the running transaction commits, at once without one. Waits for no browser and no question who may know it, and
     * never fails: what was committed stays so, whoever cannot be told.
     *
     * @param topic what kind of thing, e.g. {@code requests}
     * @param id its reference
     */
    void changed(String topic, String id);

    /** As {@link #changed}, where nothing but an act of ours was entered: whoever sent it is not told of news. */
    default void entered(String topic, String id) {
        changed(topic, id);
    }
}
