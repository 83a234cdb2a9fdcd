package org.comity.evidence.pages;

import java.util.List;
import org.comity.evidence.CustodyEntry;
import org.comity.evidence.EvidenceCases.Case;
import org.comity.evidence.Item;
import org.jspecify.annotations.Nullable;

/**
 * One item, whole.
 *
 * @param stored plain bytes that are here while it is being added
 * @param whole while it is being added: as many bytes as were declared are here
 * @param custody newest first
 */
public record ItemView(
        Item item,
        @Nullable Case of,
        long stored,
        boolean whole,
        List<CustodyEntry> custody,
        boolean mayKeep) {}
