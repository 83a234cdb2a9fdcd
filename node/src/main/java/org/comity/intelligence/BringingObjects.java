package org.comity.intelligence;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.comity.casework.CaseAccess;
import org.comity.casework.Drafts;
import org.comity.intelligence.TaxiiCollections.TaxiiCollection;
import org.comity.intelligence.stix.IndexedObject;
import org.comity.intelligence.stix.IndexingObjects;
import org.comity.intelligence.stix.IndexingObjects.Listed;
import org.comity.ledger.Ledger;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Makes of what a program brings a draft with a bundle, for an officer to complete and send; nothing leaves by it. */
@Component
class BringingObjects {

    /** Drafts of one official's programs in 24 hours. */
    static final int A_DAY = 50;

    /** Objects that a status names; the rest is counted. */
    private static final int MOST_NAMED = 100;

    private static final String NAME = "indicators.json";

    private final TaxiiCollections collections;
    private final IndexingObjects indexing;
    private final StatusRows statuses;
    private final Drafts drafts;
    private final CaseAccess access;
    private final Ledger ledger;
    private final Clock clock;

    BringingObjects(
            TaxiiCollections collections,
            IndexingObjects indexing,
            StatusRows statuses,
            Drafts drafts,
            CaseAccess access,
            Ledger ledger,
            Clock clock) {
        this.collections = collections;
        this.indexing = indexing;
        this.statuses = statuses;
        this.drafts = drafts;
        this.access = access;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The status, as JSON. */
    @Transactional
    String bring(TaxiiCollection to, byte[] envelope, Official by) {
        access.mustWrite(by);
        var now = clock.instant();
        statuses.newest(A_DAY, by.id())
                .map(it -> Duration.between(now, it.plus(Duration.ofDays(1))))
                .filter(Duration::isPositive)
                .ifPresent(wait -> {
                    throw TaxiiRefused.tooMany(
                            "Programs bring at most %d envelopes in 24 hours.".formatted(A_DAY), wait);
                });
        var listed = indexing.ofEnvelope(envelope);
        var id = UUID.randomUUID();
        if (!listed.objects().isEmpty())
            draft(to, IndexingObjects.bundleOf(envelope, listed.objects(), id.toString()), by);
        var said = JsonMapper.shared().writeValueAsString(status(id, now, listed));
        statuses.add(id, by.id(), now, said);
        return said;
    }

    /** What became of what this official's programs brought; empty where there is none, or it is another's. */
    @Transactional(readOnly = true)
    Optional<String> status(UUID id, Official by) {
        return statuses.find(id, by.id());
    }

    private void draft(TaxiiCollection to, byte[] bundle, Official by) {
        var procedure = collections.telling().orElseThrow(TaxiiRefused::unknown);
        var draft = drafts.start(
                procedure.id(),
                procedure.opening(),
                procedure.opener(),
                java.util.Objects.requireNonNull(to.to()),
                null,
                procedure.composition().empty(),
                by);
        drafts.attach(draft.id(), NAME, "application/stix+json", bundle, by);
        ledger.record(by, "indicators.brought", draft.id(), Map.of());
    }

    private static Map<String, Object> status(UUID id, Instant now, Listed listed) {
        var at = TaxiiAnswer.moment(now);
        var failures = listed.faults();
        var json = new LinkedHashMap<String, Object>();
        json.put("id", id.toString());
        json.put("status", "complete");
        json.put("request_timestamp", at);
        json.put("total_count", listed.objects().size() + failures.size());
        json.put("success_count", listed.objects().size());
        json.put(
                "successes",
                listed.objects().stream()
                        .limit(MOST_NAMED)
                        .map(it -> Map.of("id", it.id(), "version", version(it, now)))
                        .toList());
        json.put("failure_count", failures.size());
        json.put(
                "failures",
                failures.stream()
                        .limit(MOST_NAMED)
                        .map(it -> Map.of(
                                "id", it.object(),
                                "version", at,
                                "message",
                                        "%s %s %s"
                                                .formatted(it.what(), it.place(), it.detail())
                                                .strip()))
                        .toList());
        json.put("pending_count", 0);
        json.put("pendings", List.of());
        return json;
    }

    private static String version(IndexedObject object, Instant now) {
        var version = object.version();
        return TaxiiAnswer.moment(version == null ? now : version);
    }
}
