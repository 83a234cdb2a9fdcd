package org.comity.commons.kept;

import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.comity.site.PublicItem;

/**
 * Tells apart records to which several participants gave one reference: the one that was here first is found by the reference, a
 * later one by its participant and the reference.
 */
final class RecordAddresses {

    /** What more may read comes first: nobody sees by an address that there is something narrower. */
    private static final Comparator<KeptRecord> FIRST_COME = Comparator.comparing(KeptRecord::label)
            .thenComparing(it -> Objects.requireNonNullElse(it.admittedOn(), it.checkedOn()))
            .thenComparing(KeptRecord::participant)
            .thenComparing(KeptRecord::thread);

    private final Map<KeptRecord, String> byRecord = new IdentityHashMap<>();

    /** @param records of one collection */
    RecordAddresses(List<KeptRecord> records) {
        var taken = new HashSet<String>();
        records.stream()
                .sorted(FIRST_COME)
                .forEach(it -> byRecord.put(
                        it,
                        taken.add(it.reference())
                                ? it.reference()
                                : PublicItem.addressOf(it.participant(), it.reference())));
    }

    String of(KeptRecord record) {
        return Objects.requireNonNull(byRecord.get(record));
    }
}
