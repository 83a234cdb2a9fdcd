package org.comity.evidence.pages;

import java.time.Instant;
import java.util.List;
import java.util.Map;
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
        History custody,
        boolean mayKeep,
        boolean mayPrint,
        boolean mayHold) {

    /** What is to be said of its state: {@code evidence.now.<word>}. */
    public String now() {
        return custody.keyless() ? "KEYLESS" : item.state().name();
    }

    /** What was found of it last is that no key of it opens, and not that its bytes are others. */
    static boolean keyless(Item.State state, Map<Event, Instant> last) {
        var keyless = last.get(Event.FOUND_KEYLESS);
        var damaged = last.get(Event.FOUND_DAMAGED);
        return state == Item.State.DAMAGED && keyless != null && (damaged == null || !damaged.isAfter(keyless));
    }

    /**
     * A page of its custody.
     *
     * @param lines newest first
     * @param older the number before which the next page begins, or null if there is none
     * @param behind these are not the newest
     * @param keyless it counts as damaged because no key of it opens
     */
    public record History(List<Custody> lines, @Nullable Integer older, boolean behind, boolean keyless) {}

    /** @param who the official's name, or null: the node */
    public record Custody(CustodyEntry entry, @Nullable String who) {}
}
