package org.comity.ui.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.ui.NavCounts;
import org.comity.ui.NavItem;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Lists the entries beside each page; an official sees only what the duties held have use for. */
@Component
class RailEntries {

    private static final Set<Duty> CASES = Set.of(Duty.DUTY_OFFICER, Duty.SECOND_OFFICER, Duty.LAWYER, Duty.CUSTODIAN);
    private static final Set<Duty> LAW = Set.of(Duty.DUTY_OFFICER, Duty.SECOND_OFFICER, Duty.LAWYER);
    private static final Set<Duty> EVERYONE = Set.of(Duty.values());

    /** Shown as long as it has a figure. */
    private static final Set<String> PASSING = Set.of("restored", "changes", "admissions", "conference");

    private static final List<Entry> ENTRIES = List.of(
            new Entry("desk", "/desk", "desk", false, CASES),
            new Entry("requests", "/requests", "request", false, CASES),
            new Entry("joint", "/joint", "people", false, CASES),
            new Entry("evidence", "/evidence", "seal", false, CASES),
            new Entry("orders", "/orders", "scales", false, Set.of(Duty.MAGISTRATE, Duty.LAWYER)),
            new Entry("office", "/office", "request", false, Set.of(Duty.OFFICE_MEMBER)),
            new Entry("oversight", "/oversight", "eye", false, Set.of(Duty.OVERSIGHT)),
            new Entry("admin", "/admin", "key", false, Set.of(Duty.ADMINISTRATOR)),
            new Entry("changes", "/people/changes", "people", false, Set.of(Duty.ADMINISTRATOR, Duty.OVERSIGHT)),
            new Entry("admissions", "/admissions", "book", false, LAW),
            new Entry("restored", "/restored", "lock", false, EVERYONE),
            new Entry("articles", "/articles", "scales", true, EVERYONE),
            new Entry("rooms", "/rooms", "forum", false, EVERYONE),
            new Entry("treaty", "/treaty", "book", false, EVERYONE),
            new Entry("conference", "/conference", "forum", false, EVERYONE),
            new Entry("boards", "/boards", "book", false, EVERYONE),
            new Entry("capacity", "/capacity", "course", false, LAW),
            new Entry("assessment", "/assessment", "request", false, LAW),
            new Entry("notices", "/treaty/notifications", "mail", false, LAW),
            new Entry("directory", "/directory", "book", true, EVERYONE),
            new Entry("us", "/directory/us", "entry", false, EVERYONE));

    private final ObjectProvider<NavCounts> counts;

    RailEntries(ObjectProvider<NavCounts> counts) {
        this.counts = counts;
    }

    List<NavItem> of(@Nullable Official official) {
        if (official == null) {
            return List.of();
        }
        Map<String, Integer> figures = new HashMap<>();
        counts.forEach(it -> figures.putAll(it.counts(official)));
        var items = new ArrayList<NavItem>();
        for (var entry : ENTRIES) {
            boolean nothing = PASSING.contains(entry.name()) && !figures.containsKey(entry.name());
            if (!nothing && entry.of().stream().anyMatch(official::holds)) {
                items.add(new NavItem(
                        entry.name(),
                        entry.path(),
                        entry.icon(),
                        figures.get(entry.name()),
                        entry.ruled() && !items.isEmpty()));
            }
        }
        return List.copyOf(items);
    }

    private record Entry(String name, String path, String icon, boolean ruled, Set<Duty> of) {}
}
