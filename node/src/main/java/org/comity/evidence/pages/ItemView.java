package org.comity.evidence.pages;

import java.util.List;
import org.comity.evidence.CustodyActs.Shared;
import org.comity.evidence.CustodyEntry;
import org.comity.evidence.CustodyEntry.Event;
import org.comity.evidence.EvidenceCases.Case;
import org.comity.evidence.Item;
import org.comity.evidence.ItemArrivals;
import org.jspecify.annotations.Nullable;

/**
 * One item, whole.
 *
 * @param written its name as it came, made harmless, where it is not kept so
 * @param stored plain bytes that are here while it is being added
 * @param whole while it is being added: as many bytes as were declared are here
 * @param stopped why it does not come though it was to arrive, or null
 * @param matching while it is being matched, or waits for it: how many of a hundred parts were read
 * @param between what both States know of it, newest first
 * @param custody newest first
 * @param mayPrint its custody
 * @param mayHold by law
 */
public record ItemView(
        Item item,
        @Nullable Case of,
        @Nullable String written,
        long stored,
        boolean whole,
        ItemArrivals.@Nullable State stopped,
        @Nullable Integer matching,
        List<Shared> between,
        List<Custody> custody,
        boolean mayKeep,
        boolean mayPrint,
        boolean mayHold) {

    /** What is to be said of its state: {@code evidence.now.<word>}. */
    public String now() {
        boolean keyless = item.state() == Item.State.DAMAGED
                && custody.stream()
                        .map(it -> it.entry().what())
                        .filter(it -> it == Event.FOUND_DAMAGED || it == Event.FOUND_KEYLESS)
                        .findFirst()
                        .filter(it -> it == Event.FOUND_KEYLESS)
                        .isPresent();
        return keyless ? "KEYLESS" : item.state().name();
    }

    /** @param who the official's name, or null: the node */
    public record Custody(CustodyEntry entry, @Nullable String who) {}
}
