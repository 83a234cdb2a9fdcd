package org.comity.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.comity.convention.reading.PracticeLaw;
import org.comity.ui.Language;
import org.comity.ui.words.WordsForTests;
import org.comity.vocabulary.TrafficLight;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** How much goes into a file about an article, what its index says of the rest, and that one for everybody is made at a time. */
class ArticleBundleTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-24");
    private static final int CACHE = 1_600_000;

    private final PublicSiteSettings settings = new PublicSiteSettings(
            true,
            URI.create("https://secretariat.example"),
            Duration.ZERO,
            CACHE,
            20,
            URI.create("https://creativecommons.org/licenses/by/4.0/"));
    private final PublicShelf shelf = mock();
    private final PublicShelves shelves = new PublicShelves(
            provider(shelf),
            settings,
            mock(NamesOfStates.class),
            Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC));
    private final WritingBundle writing =
            new WritingBundle(TemplateEngine.createPrecompiled(ContentType.Html), WordsForTests.load(), shelves);

    private GatheringArticle gathering(AboutArticle... rooms) {
        when(shelf.name()).thenReturn("needs");
        return new GatheringArticle(PracticeLaw.held(), shelves, provider(rooms), settings);
    }

    /** A host whose room gives 200 of 300 that all stand on the public shelf, too. */
    @Test
    void what_a_room_has_no_room_for_and_stands_on_a_shelf_is_counted_once() {
        var all = IntStream.range(0, 300).mapToObj(it -> item("n" + it, "text")).toList();
        var ids = Set.copyOf(all.stream().skip(200).map(PublicItem::id).toList());
        when(shelf.items()).thenReturn(all);

        assertThat(bundle(gathering((_, _) -> List.of(new AboutArticle.Section("needs", all.subList(0, 200), ids))))
                        .leftOut())
                .isZero();
        when(shelf.items()).thenReturn(List.of());
        assertThat(bundle(gathering((_, _) -> List.of(new AboutArticle.Section("needs", all.subList(0, 200), ids))))
                        .leftOut())
                .isEqualTo(100);
    }

    @Test
    void one_for_everybody_is_never_larger_than_a_page_that_is_kept_and_says_what_it_has_no_room_for()
            throws Exception {
        var items =
                IntStream.range(0, 40).mapToObj(it -> item("n" + it, noise(it))).toList();
        when(shelf.items()).thenReturn(items);
        when(shelf.files("n0")).thenReturn(List.of(new PublicShelf.ItemFile("en.pdf", Map.of(), "pdf", 10)));
        when(shelf.content("n0", "en.pdf")).thenReturn(Optional.of(new byte[10]));
        AboutArticle older = (_, _) -> List.of(new AboutArticle.Section("law", List.of(), Set.of(), true));
        var controller = new BundleController(gathering(older), writing, settings, Duration.ZERO);

        var zip = controller.forEverybody("en", "25").getBody();

        assertThat(zip).isNotNull().hasSizeLessThanOrEqualTo(CACHE / 16).hasSizeGreaterThan(CACHE / 32);
        var files = unpacked(zip);
        var pages =
                files.keySet().stream().filter(it -> it.startsWith("needs/")).count();
        assertThat(pages).isBetween(3L, 39L);
        assertThat(new String(files.get("index.html"), StandardCharsets.UTF_8))
                .contains(40 - pages + " more items have no room here", "There are older ones: read them online.");
        assertThat(files).containsKey("files/needs/n0/en.pdf");
    }

    @Test
    void while_one_is_made_another_is_told_to_come_back() throws Exception {
        var begun = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        GatheringArticle slow = mock();
        when(slow.bundle(any(), any(), any())).thenAnswer(_ -> {
            begun.countDown();
            go.await(1, TimeUnit.MINUTES);
            return gathering().bundle("25", Language.ENGLISH, null);
        });
        var controller = new BundleController(slow, writing, settings, Duration.ZERO);
        var first = new FutureTask<ResponseEntity<byte[]>>(() -> controller.forEverybody("en", "25"));
        Thread.ofVirtual().start(first);
        begun.await();

        var second = controller.forEverybody("ar", "25");

        assertThat(second.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(second.getHeaders().getFirst("Retry-After")).isEqualTo("1");
        go.countDown();
        assertThat(first.get().getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(controller.forEverybody("ar", "25").getStatusCode())
                .as("its turn is over")
                .isEqualTo(HttpStatus.OK);
    }

    /** What the program says is said in the reader's language; what is written in another one says in which. */
    @Test
    void in_french_nothing_is_half_english() throws Exception {
        var controller = new BundleController(gathering(), writing, settings, Duration.ZERO);

        var index = new String(
                unpacked(Objects.requireNonNull(
                                controller.forEverybody("fr", "25").getBody()))
                        .get("index.html"),
                StandardCharsets.UTF_8);

        assertThat(index).doesNotContain("Il en existe de plus anciens");
        assertThat(index).contains("<html lang=\"fr\"", "Avec nos mots.").doesNotContain("In our words", "Recalled");
        assertThat(index.replaceAll("(?s)<(span|p|dd) lang=\"en\">.*?</\\1>|<title>.*?</title>", ""))
                .doesNotContain(" the ");
        assertThat(index).contains("lang=\"en\"");
    }

    private static ArticleBundle bundle(GatheringArticle gathering) {
        return gathering.bundle("25", Language.ENGLISH, null).orElseThrow();
    }

    private static PublicItem item(String id, String text) {
        return new PublicItem(
                id,
                TrafficLight.CLEAR,
                Map.of("", "Of " + id),
                DAY,
                "XA",
                List.of("25"),
                List.of(PublicItem.Part.written("public.needs.why", text)));
    }

    /** Packs badly. */
    private static String noise(int seed) {
        var random = new Random(seed);
        var bytes = new byte[4_000];
        random.nextBytes(bytes);
        return java.util.Base64.getEncoder().encodeToString(bytes);
    }

    private static Map<String, byte[]> unpacked(byte @Nullable [] zip) throws Exception {
        var files = new TreeMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                var out = new ByteArrayOutputStream();
                in.transferTo(out);
                files.put(entry.getName(), out.toByteArray());
            }
        }
        return files;
    }

    @SafeVarargs
    private static <T> ObjectProvider<T> provider(T... all) {
        ObjectProvider<T> provider = mock();
        when(provider.stream()).thenAnswer(_ -> Stream.of(all));
        when(provider.orderedStream()).thenAnswer(_ -> Stream.of(all));
        return provider;
    }
}
