package org.comity.casework.compartments;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import org.comity.proof.form.Digests;
import org.comity.ui.SeenMark;
import org.jspecify.annotations.Nullable;

/**
 * Says who may see one request, and what an officer wants to change about it.
 *
 * @param named ids of the officers to whom it is open; none while it is open to all who read requests
 * @param closedAt null while it is open to all
 * @param proposal waits for a second officer, or null
 */
public record Compartment(
        String thread,
        List<String> named,
        @Nullable Instant closedAt,
        @Nullable Proposal proposal) {

    public Compartment {
        named = List.copyOf(named);
    }

    /** What the form that would change it carries of what stood on its page; empty where it is open and nothing waits. */
    String mark() {
        if (closedAt == null && proposal == null) {
            return SeenMark.NOTHING;
        }
        return SeenMark.of(
                String.join(",", named),
                closedAt == null ? "" : closedAt.toString(),
                proposal == null ? "" : proposal.hash(thread));
    }

    static Compartment open(String thread) {
        return new Compartment(thread, List.of(), null, null);
    }

    /** @param named to whom it would be open; none: to all who read requests */
    public record Proposal(List<String> named, String why, String by, Instant at) {

        public Proposal {
            named = List.copyOf(named);
        }

        boolean says(Proposal other) {
            return named.equals(other.named) && why.equals(other.why) && by.equals(other.by);
        }

        public boolean opens() {
            return named.isEmpty();
        }

        /** SHA-256 of exactly what is proposed: what the second officer's approval is over. */
        public String hash(String thread) {
            return Digests.sha256((thread + "\n" + at + "\n" + String.join(",", named) + "\n" + why).getBytes(UTF_8));
        }
    }
}
