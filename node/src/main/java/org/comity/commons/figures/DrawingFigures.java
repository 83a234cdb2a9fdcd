package org.comity.commons.figures;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.comity.commons.kept.KeptRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Draws a year anew once the figures of several States differ from those of which it was last drawn, and keeps it until then:
 * whoever kept the table before would else subtract it, and read the figures of the one State that came, or changed its own.
 */
@Component
class DrawingFigures implements DrawnFigures {

    private final FiguresDrawnRows rows;
    private final FiguresSettings settings;

    DrawingFigures(FiguresDrawnRows rows, FiguresSettings settings) {
        this.rows = rows;
        this.settings = settings;
    }

    @Override
    @Transactional
    public List<KeptRecord> of(List<KeptRecord> standing) {
        var now = AddingFigures.counted(standing);
        if (!due(now).isEmpty()) {
            // Of two readers at once the second looks at what the first has drawn.
            rows.lock();
            due(now).forEach(it -> rows.draw(it, now.getOrDefault(it, Map.of()).values()));
        }
        return rows.drawn().values().stream()
                .flatMap(it -> it.values().stream())
                .toList();
    }

    private Set<String> due(Map<String, Map<String, KeptRecord>> now) {
        var drawn = rows.drawn();
        var years = new TreeSet<>(now.keySet());
        years.addAll(drawn.keySet());
        years.removeIf(it ->
                changed(now.getOrDefault(it, Map.of()), drawn.getOrDefault(it, Map.of())) < settings.leastStates());
        return years;
    }

    /** Of how many States figures came, went or are other numbers; the same numbers said anew are no change. */
    private static int changed(Map<String, KeptRecord> now, Map<String, KeptRecord> drawn) {
        var states = new TreeSet<>(now.keySet());
        states.addAll(drawn.keySet());
        states.removeIf(it -> numbers(now.get(it)).equals(numbers(drawn.get(it))));
        return states.size();
    }

    private static Map<String, Long> numbers(@Nullable KeptRecord record) {
        return record == null ? Map.of() : AddingFigures.numbers(record);
    }
}
