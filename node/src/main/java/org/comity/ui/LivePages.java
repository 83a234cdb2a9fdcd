package org.comity.ui;

/** Tells open pages that something changed. Only names travel; a page that wants more asks again, with its own rights. */
public interface LivePages {

    /**
     * Sent after the running transaction commits, at once without one; never waits for a browser.
     *
     * @param topic what kind of thing, e.g. {@code requests}
     * @param id its reference
     */
    void changed(String topic, String id);
}
