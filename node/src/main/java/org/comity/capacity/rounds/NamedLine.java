package org.comity.capacity.rounds;

import java.time.Instant;
import java.util.Map;
import org.comity.board.HandedToParticipants;
import org.comity.board.HandedToParticipants.Handed;
import org.jspecify.annotations.Nullable;

/**
 * One provider that a State named for its need.
 *
 * @param id in the directory; empty where it has none, or several of this name
 * @param how it reads the need, as the messages below {@code named.} say it
 * @param taken when its node took what is shown to it now; null where it did not, or this node does not know
 */
public record NamedLine(
        String written, String id, String how, @Nullable Instant taken) {

    /** As far as a node knows that does not keep the list. */
    static NamedLine of(NamedProviders.NamedProvider provider) {
        var known = provider.participant();
        if (known == null) return new NamedLine(provider.written(), "", "unknown", null);
        return new NamedLine(provider.written(), known.id(), known.hasNode() ? "known" : "no-node", null);
    }

    /**
     * @param listed it stands on the list now
     * @param handed what each participant took of it
     */
    static NamedLine of(
            NamedProviders.NamedProvider provider, ListedNeed need, boolean listed, Map<String, Handed> handed) {
        var line = of(provider);
        if (line.id().isEmpty()) return line;
        var shown = ShownNeed.to(NeedReader.NAMED, need.state(), need.acts());
        if (shown.isEmpty()) return line.read("not-shown", null);
        if (!line.how().equals("known")) return line;
        if (NeedsForParticipant.standsOnBoard(need, shown.get()))
            return line.read(listed ? "on-board" : "not-taken", null);
        var took = handed.get(line.id());
        if (took == null) return line.read("not-taken", null);
        // It may have taken what every participant sees, before it was named, or what the State has narrowed since.
        return took.body().equals(HandedToParticipants.hash(shown.get()))
                ? line.read("taken", took.at())
                : line.read("earlier", null);
    }

    private NamedLine read(String how, @Nullable Instant taken) {
        return new NamedLine(written, id, how, taken);
    }
}
