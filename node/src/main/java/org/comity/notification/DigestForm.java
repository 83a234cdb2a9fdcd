package org.comity.notification;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.forum.DigestChoice;
import org.comity.forum.KeptRoom;
import org.comity.notification.KeptDigest.Often;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.comity.ui.MailAddress;
import org.comity.ui.TypedText;
import org.comity.vocabulary.ArticleReferences;
import org.jspecify.annotations.Nullable;

/**
 * What somebody types to be told of the rooms by mail; kept as typed until it is right.
 *
 * @param often {@code off}, {@code daily} or {@code weekly}
 */
public record DigestForm(String often, String address, String language, List<String> rooms, String articles) {

    private static final int MOST_ARTICLES = 20;
    private static final int MOST_ROOMS = 200;

    public DigestForm {
        rooms = List.copyOf(rooms);
    }

    static DigestForm of(Optional<KeptDigest> kept, Language reader) {
        return kept.map(it -> new DigestForm(
                        it.often().name().toLowerCase(java.util.Locale.ROOT),
                        it.address(),
                        it.language().tag(),
                        it.choice().rooms(),
                        String.join(", ", it.choice().articles())))
                .orElse(new DigestForm("off", "", reader.tag(), List.of(), ""));
    }

    static DigestForm of(Map<String, List<String>> typed) {
        return new DigestForm(
                first(typed, "often"),
                first(typed, "address"),
                first(typed, "language"),
                typed.getOrDefault("rooms", List.of()).stream()
                        .limit(MOST_ROOMS)
                        .map(TypedText::clean)
                        .toList(),
                first(typed, "articles"));
    }

    private static String first(Map<String, List<String>> typed, String name) {
        return TypedText.clean(
                typed.getOrDefault(name, List.of()).stream().findFirst().orElse(""));
    }

    /** Null: no mail. */
    @Nullable
    Often chosen() {
        return Arrays.stream(Often.values())
                .filter(it -> it.name().equalsIgnoreCase(often))
                .findFirst()
                .orElse(null);
    }

    boolean off() {
        return often.equals("off");
    }

    DigestChoice choice() {
        return new DigestChoice(rooms, articleList());
    }

    private List<String> articleList() {
        return ArticleReferences.typed(articles).stream().distinct().toList();
    }

    /** @param known rooms that may be chosen */
    FormProblems problems(List<KeptRoom> known, List<Language> spoken, List<String> domains) {
        var found = FormProblems.NONE;
        if (off()) {
            return found;
        }
        if (chosen() == null) {
            found = found.with("often", "digest.needed.often");
        }
        if (!MailAddress.is(address)) {
            found = found.with("address", "digest.needed.address");
        } else if (!mayGo(address, domains)) {
            found = found.with("address", "digest.needed.domain", "domains", String.join(", ", domains));
        }
        if (spoken.stream().noneMatch(it -> it.tag().equals(language))) {
            found = found.with("language", "digest.needed.language");
        }
        if (!rooms.stream()
                .allMatch(room -> known.stream().anyMatch(it -> it.id().equals(room)))) {
            found = found.with("rooms", "digest.needed.rooms");
        }
        if (articleList().size() > MOST_ARTICLES || !articleList().stream().allMatch(it -> it.matches("[1-9][0-9]?"))) {
            found = found.with("articles", "digest.needed.articles");
        }
        return found;
    }

    /** What is in a digest is for those who take part, so it goes to mailboxes of our own house alone. */
    static boolean mayGo(String address, List<String> domains) {
        return domains.stream()
                .anyMatch(it -> address.substring(address.lastIndexOf('@') + 1).equalsIgnoreCase(it));
    }
}
