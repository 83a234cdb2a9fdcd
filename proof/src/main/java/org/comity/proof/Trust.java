package org.comity.proof;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The anchors a user gave, some tied to a participant ({@code XA-1=…}), some not.
 *
 * <p>An anchor tied to a participant speaks for this participant alone. One that is not tied speaks for all, so it cannot
 * show which of them signed; the verdict then says so.
 */
final class Trust {

    private record Given(@Nullable String participant, Anchor anchor) {}

    private final List<Given> all = new ArrayList<>();
    private Anchor stampAuthorities = Anchor.NONE;

    void add(@Nullable String participant, Anchor anchor) {
        all.add(new Given(participant, anchor));
    }

    void addStampAuthority(Anchor anchor) {
        stampAuthorities = stampAuthorities.and(anchor);
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    Anchor stampAuthorities() {
        return stampAuthorities;
    }

    /** What may speak for this participant. */
    Anchor of(String participant) {
        return together(all.stream()
                .filter(it -> it.participant() == null || it.participant().equals(participant))
                .toList());
    }

    /** What can speak for this participant and for nobody else. */
    private Anchor tiedTo(String participant) {
        return together(
                all.stream().filter(it -> participant.equals(it.participant())).toList());
    }

    private static Anchor together(List<Given> given) {
        return given.stream().map(Given::anchor).reduce(Anchor.NONE, Anchor::and);
    }

    /** Says whether the signer is the named participant, or why that cannot be said. */
    void author(Verdict.Checks checks, String participant, Container container) {
        var tied = tiedTo(participant);
        if (tied.isEmpty()) {
            checks.notChecked(
                    "author",
                    "No anchor is tied to %s; compare the signer's name, or give --anchor %s=…"
                            .formatted(participant, participant));
            return;
        }
        checks.want(
                "author",
                Chain.from(container.signer(), container.certificates(), tied).isPresent(),
                "The signer is %s, by the anchor given for it.".formatted(participant),
                "The act names %s as its author, and the anchor given for it does not speak for the signer."
                        .formatted(participant));
    }
}
