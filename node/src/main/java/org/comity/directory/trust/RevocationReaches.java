package org.comity.directory.trust;

import static java.util.stream.Collectors.groupingBy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.comity.directory.RevocationReach;
import org.comity.directory.SignedParticipantEntry;
import org.comity.vocabulary.InstantColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds which pinned versions are reached by a revocation of an earlier one, of all participants or of one. */
@Repository
class RevocationReaches {

    private static final int MOST_VERSIONS = 200;

    private static final String REVOKED =
            "select participant, version, compromised_since, effective from directory.revocation";

    private static final String TAKEN = """
            select p.participant, e.json, e.received_at
              from directory.pin p
             cross join lateral (
                   select json, version, received_at from directory.entry
                    where participant = p.participant and status = 'TAKEN' and source <> 'RECORDED'
                    order by version desc, received_at desc limit %d) e
             where %%s
             order by p.participant, e.version, e.received_at
            """.formatted(MOST_VERSIONS);

    private final JdbcClient db;

    RevocationReaches(JdbcClient db) {
        this.db = db;
    }

    Map<String, List<RevocationReach>> all() {
        return of(
                db.sql(REVOKED).query(RevocationReaches::revoked).list(),
                db.sql(TAKEN.formatted(
                                "exists (select from directory.revocation r where r.participant = p.participant)"))
                        .query(RevocationReaches::taken)
                        .list());
    }

    List<RevocationReach> of(String id) {
        var revoked = db.sql(REVOKED + " where participant = :id")
                .param("id", id)
                .query(RevocationReaches::revoked)
                .list();
        if (revoked.isEmpty()) {
            return List.of();
        }
        var taken = db.sql(TAKEN.formatted("p.participant = :id"))
                .param("id", id)
                .query(RevocationReaches::taken)
                .list();
        return of(revoked, taken).getOrDefault(id, List.of());
    }

    private static Map<String, List<RevocationReach>> of(List<Revoked> revoked, List<TakenRevocation> taken) {
        var revocations = revoked.stream().collect(groupingBy(Revoked::participant));
        var versions = taken.stream().collect(groupingBy(TakenRevocation::participant));
        var reaches = new HashMap<String, List<RevocationReach>>();
        versions.forEach((id, all) -> {
            var held = new ArrayList<RevocationReach.Held>();
            all.stream()
                    .map(TakenRevocation::held)
                    .filter(it -> it.signed().entry().keys() != null)
                    .forEach(held::add);
            reaches.put(
                    id,
                    RevocationReach.of(
                            held,
                            all.size() < MOST_VERSIONS,
                            revocations.getOrDefault(id, List.of()).stream()
                                    .map(Revoked::it)
                                    .toList()));
        });
        return reaches;
    }

    private static Revoked revoked(ResultSet row, int number) throws SQLException {
        return new Revoked(
                row.getString("participant"),
                new RevocationReach.Revoked(
                        row.getLong("version"),
                        InstantColumn.instant(row, "compromised_since"),
                        InstantColumn.instant(row, "effective")));
    }

    private static TakenRevocation taken(ResultSet row, int number) throws SQLException {
        return new TakenRevocation(
                row.getString("participant"),
                new RevocationReach.Held(
                        SignedParticipantEntry.read(row.getBytes("json")), InstantColumn.instant(row, "received_at")));
    }

    private record Revoked(String participant, RevocationReach.Revoked it) {}

    private record TakenRevocation(String participant, RevocationReach.Held held) {}
}
