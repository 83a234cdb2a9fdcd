package org.comity.capacity.rounds;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.comity.procedure.RequestRow;
import org.comity.site.PublicItem;
import org.comity.site.PublicShelf;
import org.comity.ui.Words;
import org.comity.vocabulary.StateParty;
import org.comity.vocabulary.TrafficLight;
import org.springframework.stereotype.Component;

/** Puts on the public site the needs that their States show to everybody, and of them only the parts that they show so. */
@Component
class NeedsShelf implements PublicShelf {

    private static final String EVERYBODY = "everybody";
    private static final Set<String> LISTED = Set.of("Open", "Proposed", "SaidYes", "ProviderSaidYes");

    private final ListedHelp listed;
    private final Words words;

    NeedsShelf(ListedHelp listed, Words words) {
        this.listed = listed;
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
                .map(it -> item(it.reference(), it, Objects.requireNonNull(acts.get(it.thread()))))
                .flatMap(Optional::stream)
                .limit(MOST)
                .toList();
    }

    private Optional<PublicItem> item(String reference, RequestRow row, ActsOfHelp acts) {
        return of(
                reference,
                StateParty.codeOf(row.counterpart()),
                row.openedAt().atOffset(ZoneOffset.UTC).toLocalDate(),
                acts,
                words);
    }

    /** @return nothing where the State did not choose everybody as its readers */
    static Optional<PublicItem> of(
            String reference, String state, java.time.LocalDate day, ActsOfHelp acts, Words words) {
        if (!acts.text("audience").equals(EVERYBODY)) {
            return Optional.empty();
        }
        var kind = new TreeMap<String, String>();
        words.languagesOn(PublicShelf.ADDRESS)
                .forEach(it -> kind.put(it.tag(), words.say(it, "acts.option.kind." + acts.text("kind"))));
        var parts = new ArrayList<PublicItem.Part>();
        parts.add(new PublicItem.Part("public.needs.kind", kind));
        if (shown(acts, "dates") && !acts.text("latest").isEmpty()) {
            parts.add(
                    PublicItem.Part.written("public.needs.dates", acts.text("earliest") + "\n" + acts.text("latest")));
        }
        if (shown(acts, "why")) {
            parts.add(PublicItem.Part.written("public.needs.why", acts.text("why")));
        }
        boolean named = shown(acts, "title") && !acts.text("title").isEmpty();
        return Optional.of(new PublicItem(
                reference,
                TrafficLight.CLEAR,
                named ? Map.of("", acts.text("title")) : kind,
                day,
                state,
                List.copyOf(acts.words("articles")),
                parts));
    }

    /** A part of which the State said nothing else is seen as the need is. */
    private static boolean shown(ActsOfHelp acts, String part) {
        return acts.rows("seenBy").stream()
                .filter(it -> part.equals(it.get("field")))
                .allMatch(it -> EVERYBODY.equals(it.get("audience")));
    }
}
