package org.comity.directory.kept;

import java.util.List;
import java.util.Optional;
import org.comity.directory.NotedRange.Kind;
import org.comity.directory.WhoseAddress.Special;
import org.comity.sheet.ShippedTable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Knows the ranges that a registry of the Internet keeps for a purpose of its own, such as private networks: no provider has
 * them. Those of documentation are where the made-up providers of a practice network live.
 */
@Component
class SpecialRanges {

    private record Kept(RangeText range, Special special) {}

    private final List<Kept> kept;

    SpecialRanges(@Value("${node.practice:false}") boolean practice) {
        this.kept = ShippedTable.rows("/directory/special-ranges.csv").stream()
                .filter(it -> !practice || it.get("practice").isEmpty())
                .map(it -> new Kept(range(it.get("range")), new Special(it.get("what"), it.get("registry"))))
                .toList();
    }

    private static RangeText range(String text) {
        return text.indexOf('/') > 0 ? RangeText.sought(text).orElseThrow() : new RangeText(Kind.DOMAIN, text);
    }

    Optional<Special> of(RangeText range) {
        return kept.stream()
                .filter(it -> it.range().holds(range))
                .map(Kept::special)
                .findFirst();
    }
}
