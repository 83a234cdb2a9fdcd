package org.comity.desk;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RuleBroken;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ways to look at the list, by name: one's own, and those that others share. */
@Component
class SavedViews {

    private static final int LONGEST_NAME = 60;
    private static final int MOST = 30;

    private final SavedViewRows rows;
    private final Clock clock;

    SavedViews(SavedViewRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    List<SavedView> of(Official by) {
        return rows.of(by.id());
    }

    @Transactional
    public void save(String name, boolean shared, DeskQuery query, Official by) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new ViewRefused("view.name");
        }
        if (of(by).stream().filter(it -> it.mine() && !it.name().equals(name)).count() >= MOST) {
            throw new ViewRefused("view.too-many");
        }
        rows.put(by.id(), name, shared, query.address(), clock.instant());
    }

    @Transactional
    public void remove(long id, Official by) {
        if (!rows.remove(id, by.id())) {
            throw new ViewRefused("view.unknown");
        }
    }

    static final class ViewRefused extends RuleBroken {
        ViewRefused(String code) {
            super(code, Map.of(), code.equals("view.name") ? "name" : "");
        }
    }
}
