package org.comity.capacity.rounds;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.comity.capacity.KeptList;
import org.comity.capacity.WaitingNeeds;
import org.comity.procedure.RequestRow;
import org.comity.site.PublicItem;
import org.comity.site.PublicShelf;
import org.comity.site.PublicTable;
import org.comity.ui.Words;
import org.comity.vocabulary.StateParty;
import org.comity.vocabulary.TrafficLight;
import org.springframework.stereotype.Component;

/** Puts on the public site the needs that their States show to everybody, and of them only the parts that they show so. */
@Component
class NeedsShelf implements PublicShelf {

    private static final Set<String> LISTED = Set.of("Open", "Proposed", "SaidYes", "ProviderSaidYes");

    private final ListedHelp listed;
    private final WaitingNeeds total;
    private final KeptList kept;
    private final Words words;

    NeedsShelf(ListedHelp listed, WaitingNeeds total, KeptList kept, Words words) {
        this.listed = listed;
        this.total = total;
        this.kept = kept;
        this.words = words;
    }

    @Override
    public String name() {
        return "needs";
    }

    @Override
    public int place() {
        return 3;
    }

    @Override
    public List<PublicItem> items() {
        var rows = listed.needs().reversed().stream()
                .filter(it -> LISTED.contains(it.state()))
                .toList();
        var acts = listed.acts(rows);
        return rows.stream()
                .flatMap(it -> item(it, Objects.requireNonNull(acts.get(it.thread()))).stream())
                .limit(MOST)
                .toList();
    }

    @Override
    public Optional<String> moved(String before) {
        return listed.alone(before).map(it -> PublicItem.addressOf(it.counterpart(), it.reference()));
    }

    /**
     * How many wait in all, also of those that are not shown one by one; nothing where that could point to a State, or where
     * another node keeps the list.
     */
    @Override
    public List<PublicTable> tables(String language) {
        if (!kept.here()) return List.of();
        return total
                .total()
                .map(it -> new PublicTable(
                        "public.needs.total",
                        List.of("public.needs.total.about"),
                        List.of("public.needs.total.needs", "public.needs.total.states"),
                        List.of(List.of(Integer.toString(it.needs()), Integer.toString(it.states())))))
                .stream()
                .toList();
    }

    private Optional<PublicItem> item(RequestRow row, ActsOfHelp acts) {
        return of(
                PublicItem.addressOf(row.counterpart(), row.reference()),
                StateParty.codeOf(row.counterpart()),
                row.openedAt().atOffset(ZoneOffset.UTC).toLocalDate(),
                acts,
                words);
    }

    /** @return nothing where the State did not choose everybody as its readers */
    static Optional<PublicItem> of(
            String reference, String state, java.time.LocalDate day, ActsOfHelp acts, Words words) {
        return ShownNeed.to(NeedReader.EVERYBODY, state, acts)
                .map(it -> item(reference, state, day, it, List.copyOf(acts.words("articles")), words));
    }

    private static PublicItem item(
            String reference,
            String state,
            java.time.LocalDate day,
            Map<String, Object> shown,
            List<String> articles,
            Words words) {
        var kind = new TreeMap<String, String>();
        words.languagesOn(PublicShelf.ADDRESS)
                .forEach(it -> kind.put(it.tag(), words.say(it, "acts.option.kind." + text(shown, "asked"))));
        var parts = new ArrayList<PublicItem.Part>();
        parts.add(new PublicItem.Part("public.needs.kind", kind));
        if (!text(shown, "latest").isEmpty()) {
            parts.add(PublicItem.Part.written(
                    "public.needs.dates", text(shown, "earliest") + "\n" + text(shown, "latest")));
        }
        if (!text(shown, "why").isEmpty()) {
            parts.add(PublicItem.Part.written("public.needs.why", text(shown, "why")));
        }
        var title = text(shown, "title");
        return new PublicItem(
                reference, TrafficLight.CLEAR, title.isEmpty() ? kind : Map.of("", title), day, state, articles, parts);
    }

    private static String text(Map<String, Object> shown, String key) {
        return shown.get(key) instanceof String text ? text : "";
    }
}
