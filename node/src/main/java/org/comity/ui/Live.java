package org.comity.ui;

/** Tells open pages that something changed; they fetch what they may see. Ids only, never content. */
public interface Live {

    /** @param topic e.g. {@code requests}; {@code id} a reference or thread */
    void changed(String topic, String id);
}
