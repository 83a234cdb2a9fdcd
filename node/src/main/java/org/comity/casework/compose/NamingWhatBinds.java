package org.comity.casework.compose;

import org.comity.casework.BeforeSending;
import org.comity.casework.InstrumentBonds;
import org.comity.directory.Directory;
import org.comity.procedure.Draft;
import org.springframework.stereotype.Component;

/** Refuses a new request that names an instrument which by both entries does not bind both, whoever submits it. */
@Component
class NamingWhatBinds implements BeforeSending {

    private final InstrumentBonds bonds;
    private final Directory directory;

    NamingWhatBinds(InstrumentBonds bonds, Directory directory) {
        this.bonds = bonds;
        this.directory = directory;
    }

    /** A request that was submitted has a thread: what the entries say later does not hold it. */
    @Override
    public void check(Draft draft) {
        if (draft.opens() && bonds.bindsNot(draft.readable(), directory.get(draft.counterpart()))) {
            throw ComposeRefused.boundNot();
        }
    }
}
