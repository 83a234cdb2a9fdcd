package org.comity.commons.kept;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.comity.site.PublicItem;

/**
 * What others say who tried a practice: each State or body once, its newest word; none of its own. They stand side by side and
 * are not added up: no practice and no State has a score. Only a State's word confirms.
 */
final class TriedElsewhere {

    /** By its address: {@link FollowingRecords} says which practice a bare number means. */
    static final String TRIED = "tried";
    /** What of a record says that something was tried, and how it went. */
    static final List<String> FIELDS = List.of("about", TRIED, "outcome", "differed");

    private static final Set<String> WORKED = Set.of("worked", "changed");

    private final SenderOfRecord senders;
    private final Map<String, List<KeptRecord>> byAddress = new LinkedHashMap<>();

    /** @param records that stand, newest first */
    TriedElsewhere(List<KeptRecord> records, SenderOfRecord senders) {
        this.senders = senders;
        records.stream()
                .filter(TriedElsewhere::trial)
                .forEach(it -> byAddress
                        .computeIfAbsent(it.text(TRIED).strip(), _ -> new ArrayList<>())
                        .add(it));
    }

    static boolean trial(KeptRecord it) {
        return it.text("about").equals(TRIED);
    }

    /** What bears a narrower label than the practice is not told with it, nor does it count. */
    List<KeptRecord> of(KeptRecord practice) {
        var voices = new LinkedHashMap<String, KeptRecord>();
        var own = senders.code(practice);
        byAddress.getOrDefault(practice.address(), List.of()).stream()
                .filter(it -> !senders.code(it).equals(own))
                .filter(it -> it.label() == practice.label() || it.label().widerThan(practice.label()))
                .forEach(it -> voices.putIfAbsent(senders.code(it), it));
        return List.copyOf(voices.values());
    }

    /** Another State made it its own. */
    boolean confirmed(KeptRecord practice) {
        return of(practice).stream().anyMatch(it -> senders.isState(it) && WORKED.contains(it.text("outcome")));
    }

    List<PublicItem.Part> parts(KeptRecord practice, RecordWords words) {
        return of(practice).stream()
                .map(it -> {
                    var text = new TreeMap<String, String>();
                    words.option(it.law(), "outcome", it.text("outcome"))
                            .forEach((language, outcome) -> text.put(
                                    language,
                                    senders.name(it, language) + ": " + outcome + "\n" + it.text("differed")));
                    var label = senders.isState(it) ? "public.practice.tried" : "public.practice.tried-body";
                    return new PublicItem.Part(label, text);
                })
                .toList();
    }
}
