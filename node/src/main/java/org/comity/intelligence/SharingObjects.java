package org.comity.intelligence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.comity.casework.CaseAccess;
import org.comity.casework.Compartments;
import org.comity.intelligence.ObjectRows.ObjectRow;
import org.comity.intelligence.ObjectRows.Shelf;
import org.comity.intelligence.TaxiiCollections.TaxiiCollection;
import org.comity.intelligence.stix.IndexingObjects;
import org.comity.ledger.Ledger;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.SharingChannel;
import org.comity.vocabulary.SharingRole;
import org.comity.vocabulary.TrafficLight;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/**
 * Gives a page of objects of a collection to a program of an official: never of a closed request, nor where a use limit binds
 * us, since a program names no use, nor under a label that keeps programs away. Of which requests is on record,
 * also where only ids are given.
 */
@Component
class SharingObjects {

    private final ObjectRows rows;
    private final FindingBundles finding;
    private final Compartments compartments;
    private final LimitsOnUse limits;
    private final CaseAccess access;
    private final Ledger ledger;

    SharingObjects(
            ObjectRows rows,
            FindingBundles finding,
            Compartments compartments,
            LimitsOnUse limits,
            CaseAccess access,
            Ledger ledger) {
        this.rows = rows;
        this.finding = finding;
        this.compartments = compartments;
        this.limits = limits;
        this.access = access;
        this.ledger = ledger;
    }

    /**
     * @param rows that are shown, in the order in which they were added
     * @param last when the last that was looked at was added; null where there is none
     */
    record SharedPage(
            List<ObjectRow> rows,
            boolean more,
            @org.jspecify.annotations.Nullable Instant last) {}

    @Transactional(readOnly = true)
    SharedPage page(TaxiiCollection collection, ObjectFilter filter, Official by) {
        access.mustRead(by);
        if (filter.none()) return new SharedPage(List.of(), false, null);
        var after = filter.after();
        var found =
                rows.page(shelf(collection.given()), filter, after == null ? Instant.EPOCH : after, filter.limit() + 1);
        var looked = found.subList(0, Math.min(found.size(), filter.limit()));
        // What the list does not know yet of a limit, the thread does.
        var bound = limits.binding(looked.stream().map(ObjectRow::thread).collect(Collectors.toSet()));
        return new SharedPage(
                looked.stream().filter(it -> !bound.contains(it.thread())).toList(),
                found.size() > looked.size(),
                looked.isEmpty() ? null : looked.getLast().added());
    }

    /** What these objects say, in their order; those whose act's words were deleted meanwhile are left out. */
    @Transactional
    List<JsonNode> content(List<ObjectRow> page, Official by) {
        var files = new LinkedHashMap<String, List<ObjectRow>>();
        page.forEach(it -> files.computeIfAbsent(it.act() + " " + it.name(), _ -> new ArrayList<>())
                .add(it));
        var found = new HashMap<Instant, JsonNode>();
        files.values().forEach(of -> open(of).forEach(found::put));
        record("indicators.exported", page, by);
        return page.stream()
                .map(ObjectRow::added)
                .filter(found::containsKey)
                .map(found::get)
                .toList();
    }

    /** A program was told that these objects are there: who knows an address can make its id. */
    @Transactional
    void listed(List<ObjectRow> page, Official by) {
        record("indicators.listed", page, by);
    }

    private void record(String what, List<ObjectRow> page, Official by) {
        page.stream()
                .collect(Collectors.groupingBy(ObjectRow::thread, LinkedHashMap::new, Collectors.counting()))
                .forEach((thread, n) -> ledger.record(by, what, thread, Map.of("n", Long.toString(n), "by", "taxii")));
    }

    private Map<Instant, JsonNode> open(List<ObjectRow> of) {
        var first = of.getFirst();
        var file = finding.bundle(first.act(), first.name());
        if (file.isEmpty()) return Map.of();
        var objects = IndexingObjects.objects(file.get());
        var found = new HashMap<Instant, JsonNode>();
        of.forEach(it ->
                IndexingObjects.find(objects, it.place(), it.id()).ifPresent(object -> found.put(it.added(), object)));
        return found;
    }

    /** Closed requests are for persons alone, also where this official is named. */
    private Shelf shelf(boolean given) {
        var role = given ? SharingRole.AUTHOR : SharingRole.NAMED;
        var lights = Arrays.stream(TrafficLight.values())
                .filter(it -> it.allows(role, SharingChannel.API))
                .map(TrafficLight::word)
                .toList();
        return new Shelf(given, compartments.hiddenFrom(Compartments.ANYBODY), lights);
    }
}
