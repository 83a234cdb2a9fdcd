package org.comity.operator;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.comity.directory.DirectoryList;
import org.comity.directory.ProvenDecisions;
import org.jspecify.annotations.Nullable;

/**
 * What the operator's page shows: who is admitted and who waits, no more than participants say of themselves.
 *
 * @param alone two persons are to admit, and the settings name fewer
 * @param ofNode it is a page of the Secretariat's node
 * @param proposed the next list, while it waits for other operators' signatures
 */
// More than twelve: one page shows the list, who stands in it, and whatever waits.
public record OperatorView(
        String name,
        String fingerprint,
        long sequence,
        Instant issued,
        Instant validUntil,
        List<Row> admitted,
        List<Row> waiting,
        List<Refused> refused,
        Map<String, URI> nodes,
        boolean mayAdmit,
        boolean alone,
        boolean ofNode,
        DirectoryList.@Nullable Signed proposed) {

    /**
     * One that a person did not admit.
     *
     * @param why for those who decide alone; empty where nobody was asked
     */
    public record Refused(String id, long version, String hash, Instant at, String by, String why) {}

    public record Row(
            String id,
            String state,
            Map<String, String> names,
            String authority,
            long version,
            String hash,
            Instant since,
            @Nullable String first,
            String kind) {

        /** What admitting it signs. */
        public String act() {
            return ProvenDecisions.act("admit-participant", id, hash, since.toString());
        }

        public String name(String language) {
            return names.getOrDefault(language, names.getOrDefault("en", state));
        }
    }
}
