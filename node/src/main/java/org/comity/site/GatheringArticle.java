package org.comity.site;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.comity.convention.Convention;
import org.comity.ui.Language;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.SharingChannel;
import org.comity.vocabulary.SharingRole;
import org.comity.vocabulary.TrafficLight;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Gathers what is known of an article and may be handed on: by everybody what is CLEAR, by an official what each participant may. */
@Component
class GatheringArticle {

    private static final int MOST = 500;

    private final Convention convention;
    private final PublicShelves shelves;
    private final ObjectProvider<AboutArticle> rooms;
    private final PublicSiteSettings settings;

    GatheringArticle(
            Convention convention,
            PublicShelves shelves,
            ObjectProvider<AboutArticle> rooms,
            PublicSiteSettings settings) {
        this.convention = convention;
        this.shelves = shelves;
        this.rooms = rooms;
        this.settings = settings;
    }

    /** @param by null: everybody; nothing for what is no article of the Convention */
    Optional<ArticleBundle> bundle(String number, Language language, @Nullable Official by) {
        var instrument = convention.newest(Convention.UNCC).orElseThrow();
        return convention.article(instrument.edition(), number).map(article -> {
            var sections = rooms.orderedStream()
                    .flatMap(it -> it.about(number, by).stream())
                    .sorted(Comparator.comparing(AboutArticle.Section::name))
                    .toList();
            Set<String> taken = new HashSet<>();
            var found = found(number, sections, taken, by == null ? SharingRole.PUBLIC : SharingRole.PARTICIPANT);
            var kept = bounded(found);
            // What a room has beside its first items may stand on a shelf, and be in already.
            long more = sections.stream()
                    .flatMap(it -> it.others().stream().map(id -> it.name() + "/" + id))
                    .filter(taken::add)
                    .count();
            var items = kept.stream().flatMap(it -> it.items().stream()).toList();
            return new ArticleBundle(
                    instrument,
                    article,
                    language,
                    settings.address().toString().replaceFirst("/+$", "") + PublicAddress.ROOT,
                    items.stream().map(PublicItem::label).reduce(TrafficLight.CLEAR, TrafficLight::narrower),
                    items.stream()
                            .map(PublicItem::day)
                            .max(LocalDate::compareTo)
                            .orElse(null),
                    settings.licence(),
                    kept,
                    count(found) - items.size() + (int) more,
                    sections.stream().anyMatch(AboutArticle.Section::older));
        });
    }

    /** Whatever a room says, no item passes here that its label keeps from whoever may get the file in the end. */
    private List<ArticleBundle.Shelf> found(
            String number, List<AboutArticle.Section> sections, Set<String> taken, SharingRole reader) {
        var found = new ArrayList<ArticleBundle.Shelf>();
        sections.forEach(it -> add(found, taken, it.name(), false, it.items(), reader));
        for (var shelf : shelves.all()) {
            var items = shelves.items(shelf, SharingChannel.EXPORT).stream()
                    .filter(it -> it.articles().contains(number))
                    .toList();
            add(found, taken, shelf.name(), shelf.ofTheHost(), items, reader);
        }
        return found;
    }

    private static void add(
            List<ArticleBundle.Shelf> found,
            Set<String> taken,
            String name,
            boolean ofTheHost,
            List<PublicItem> items,
            SharingRole reader) {
        var mine = items.stream()
                .filter(it -> it.label().allows(reader, SharingChannel.EXPORT))
                .filter(it -> taken.add(name + "/" + it.id()))
                .sorted(PublicItem.NEWEST)
                .toList();
        if (!mine.isEmpty()) found.add(new ArticleBundle.Shelf(name, ofTheHost, mine));
    }

    private static List<ArticleBundle.Shelf> bounded(List<ArticleBundle.Shelf> found) {
        var kept = new ArrayList<ArticleBundle.Shelf>();
        int room = MOST;
        for (var shelf : found) {
            var items = shelf.items().subList(0, Math.min(room, shelf.items().size()));
            room -= items.size();
            if (!items.isEmpty()) kept.add(new ArticleBundle.Shelf(shelf.name(), shelf.ofTheHost(), items));
        }
        return kept;
    }

    private static int count(List<ArticleBundle.Shelf> shelves) {
        return shelves.stream().mapToInt(it -> it.items().size()).sum();
    }
}
