package org.comity.treaty.told;

import java.util.List;

/** What States told by acts, newest first, at most two hundred. */
public record ToldView(List<ToldByAct> all) {

    public ToldView {
        all = List.copyOf(all);
    }
}
