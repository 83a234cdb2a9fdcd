package org.comity.site;

import java.text.Normalizer.Form;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.proof.form.NormalForm;
import org.comity.vocabulary.SharingChannel;
import org.comity.vocabulary.SharingRole;
import org.comity.vocabulary.TrafficLight;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Gathers what the rooms put on the public shelves: the one place at which a label lets something out, or does not. */
@Component
class PublicShelves {

    static final int MOST_FOUND = 50;

    private static final int MOST_WORDS = 8;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private final ObjectProvider<PublicShelf> shelves;
    private final PublicSiteSettings settings;
    private final NamesOfStates names;
    private final Clock clock;
    private final Map<String, Read> read = new ConcurrentHashMap<>();

    PublicShelves(ObjectProvider<PublicShelf> shelves, PublicSiteSettings settings, NamesOfStates names, Clock clock) {
        this.shelves = shelves;
        this.settings = settings;
        this.names = names;
        this.clock = clock;
    }

    private record Read(List<PublicItem> items, Instant at) {}

    /** An item with the shelf on which it stands. */
    public record Placed(String shelf, PublicItem item) {}

    List<PublicShelf> all() {
        return shelves.stream()
                .sorted(Comparator.comparingInt(PublicShelf::place).thenComparing(PublicShelf::name))
                .toList();
    }

    Optional<PublicShelf> shelf(String name) {
        return shelves.stream().filter(it -> it.name().equals(name)).findFirst();
    }

    /** What anybody may read of it by this channel, newest first. */
    List<PublicItem> items(PublicShelf shelf, SharingChannel channel) {
        return whole(shelf).stream()
                .filter(it -> it.label().allows(SharingRole.PUBLIC, channel))
                .toList();
    }

    /** As read once in a while: each page has the number of each shelf in its frame. */
    private List<PublicItem> whole(PublicShelf shelf) {
        var now = clock.instant();
        var kept = read.get(shelf.name());
        if (kept != null && now.isBefore(kept.at().plus(settings.kept()))) {
            return kept.items();
        }
        var items = shelf.items().stream()
                .filter(it -> it.label() == TrafficLight.CLEAR)
                // What was put here last is cut last, however long ago it happened.
                .sorted(PublicItem.LATEST)
                .limit(PublicShelf.MOST)
                .sorted(PublicItem.NEWEST)
                .map(it -> it.from().isEmpty() ? it : it.saidBy(names.of(it.from())))
                .toList();
        read.put(shelf.name(), new Read(items, now));
        return items;
    }

    List<Placed> newest(int most, SharingChannel channel) {
        return placed(channel)
                .sorted(Comparator.comparing(Placed::item, PublicItem.LATEST))
                .limit(most)
                .toList();
    }

    /** What has every one of these words, in whatever language it is written; nothing for no word. */
    List<Placed> found(String typed) {
        var words = Arrays.stream(plain(typed).split("[^\\p{L}\\p{N}]+"))
                .filter(it -> !it.isEmpty())
                .limit(MOST_WORDS)
                .toList();
        if (words.isEmpty()) {
            return List.of();
        }
        return placed(SharingChannel.SEARCH)
                .filter(it -> words.stream().allMatch(plain(text(it.item()))::contains))
                .sorted(Comparator.comparing(Placed::item, PublicItem.NEWEST))
                .limit(MOST_FOUND)
                .toList();
    }

    private Stream<Placed> placed(SharingChannel channel) {
        return all().stream().flatMap(shelf -> items(shelf, channel).stream().map(it -> new Placed(shelf.name(), it)));
    }

    private static String text(PublicItem item) {
        var said = new ArrayList<>(item.title().values());
        item.parts().forEach(it -> said.addAll(it.text().values()));
        said.add(item.from());
        said.addAll(item.saidBy().values());
        return said.stream().collect(Collectors.joining("\n"));
    }

    /** Small letters without accents and vowel signs, so that each spelling finds the others. */
    private static String plain(String text) {
        return MARKS.matcher(NormalForm.of(text, Form.NFKD)).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
