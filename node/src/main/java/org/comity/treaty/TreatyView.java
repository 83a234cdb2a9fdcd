package org.comity.treaty;

import java.time.LocalDate;
import java.util.List;
import org.comity.convention.Instrument;

/**
 * The table of the treaty, as anybody reads it.
 *
 * @param parties of which something is recorded here, in the order of the depositary
 * @param others names of the other States of this network: no action of theirs is recorded here
 * @param waiting lines that wait for a second officer; shown to officers alone
 */
public record TreatyView(
        Instrument instrument,
        TreatyCount count,
        List<PartyRow> parties,
        List<PartyRow> others,
        long waiting,
        boolean mayWrite,
        LocalDate today) {}
