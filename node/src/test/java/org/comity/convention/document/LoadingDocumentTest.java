package org.comity.convention.document;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.comity.convention.Article;
import org.comity.convention.Convention;
import org.comity.convention.OfficialTexts.OfficialText;
import org.comity.convention.reading.PracticeLaw;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** A made-up treaty with as many articles as the edition has; its words are nobody's. */
class LoadingDocumentTest {

    private static final String SHA_OF_NOTHING_KNOWN = "[0-9a-f]{64}";

    private final Convention convention = PracticeLaw.held();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir
    Path home;

    private KeptDocuments kept;

    @BeforeEach
    void empty() {
        kept = new KeptDocuments(home);
    }

    @Test
    void a_text_is_taken_apart_by_article() throws IOException {
        assertThat(load(text(treaty("Article", 68)), "--instrument", "uncc", "--language", "en"))
                .isZero();

        assertThat(said()).contains("68 articles", "Not recognised");
        var seven = official("7", "en");
        assertThat(seven.paragraphs())
                .containsExactly(
                        "Of bridge Ah",
                        "1. Each village keeps bridge Ah and goes on keeping Ah.",
                        "(a) By day;",
                        "(b) By night.");
        assertThat(seven.recognised()).isFalse();
        assertThat(seven.sha256()).matches(SHA_OF_NOTHING_KNOWN);
        assertThat(seven.document()).isEqualTo("treaty.txt");
    }

    @Test
    void a_text_without_numbers_is_told_from_its_title() throws IOException {
        var title = convention.article("uncc/2", "10").orElseThrow().title().in("en");
        var lines = new ArrayList<>(treaty("Article", 68));
        int at = lines.indexOf("Article 10");
        lines.subList(at + 1, at + 6).clear();
        lines.addAll(at + 1, List.of(title, "Nobody burns a bridge,", "nor moves one."));
        assertThat(load(text(lines), "--instrument", "uncc", "--language", "en"))
                .isZero();
        assertThat(official("10", "en").paragraphs()).containsExactly(title, "Nobody burns a bridge, nor moves one.");
    }

    @Test
    void a_table_of_contents_a_chapter_and_notes_at_the_end_are_no_articles() throws IOException {
        var lines = new ArrayList<>(List.of("Contents", "Article 1", "Of bridge 1", "Article 2", "Of bridge 2"));
        lines.addAll(treaty("Article", 67));
        lines.addAll(List.of("Chapter IX", "Last things", "Article 68", "Of bridge 68", "1. The end."));
        lines.addAll(List.of("IN WITNESS WHEREOF, they signed.", "Annex", "Article 2", "1. A note."));
        assertThat(load(text(lines), "--instrument", "uncc", "--language", "en"))
                .isZero();

        assertThat(official("1", "en").paragraphs()).hasSize(4);
        assertThat(official("67", "en").paragraphs()).hasSize(4).noneMatch(it -> it.contains("Chapter"));
        assertThat(official("68", "en").paragraphs()).containsExactly("Of bridge 68", "1. The end.");
    }

    @Test
    void a_pdf_loses_the_heads_and_feet_of_its_pages() throws IOException {
        assertThat(load(pdf(treaty("Article", 68)), "--instrument", "uncc", "--language", "en"))
                .isZero();

        for (int n = 1; n <= 68; n++) {
            assertThat(official(Integer.toString(n), "en").paragraphs())
                    .as("article " + n)
                    .hasSize(4)
                    .first()
                    .isEqualTo("Of bridge " + name(n));
            assertThat(official(Integer.toString(n), "en").paragraphs())
                    .noneMatch(it -> it.contains("Treaty of Bridges") || it.contains("24-"));
        }
    }

    @ParameterizedTest
    @CsvSource({"fr, Article, ''", "es, Artículo, ''", "ru, Статья, ''", "ar, المادة, ''", "zh, 第, 条"})
    void headings_are_known_in_each_language(String language, String before, String after) throws IOException {
        var lines = new ArrayList<String>();
        for (int n = 1; n <= 68; n++) {
            var number = language.equals("zh") ? chinese(n) : language.equals("ar") ? arabic(n) : Integer.toString(n);
            lines.add(language.equals("zh") ? before + number + after : before + " " + number);
            lines.add("§ " + n);
        }
        assertThat(load(text(lines), "--instrument", "uncc", "--language", language))
                .isZero();
        assertThat(official("42", language).paragraphs()).containsExactly("§ 42");
        assertThat(official("42", language).language()).isEqualTo(language);
    }

    @Test
    void a_reader_gets_the_own_language_else_english_else_any() throws IOException {
        load(text(treaty("Article", 68)), "--instrument", "uncc", "--language", "fr");
        assertThat(official("7", "ar").language()).isEqualTo("fr");
        load(text(treaty("Article", 68)), "--instrument", "uncc", "--language", "en");
        assertThat(official("7", "ar").language()).isEqualTo("en");
        assertThat(official("7", "fr").language()).isEqualTo("fr");
        assertThat(kept.article("budapest", "7", "en")).isEmpty();
    }

    @Test
    void a_running_node_shows_what_is_loaded_anew() throws IOException {
        load(text(treaty("Article", 68)), "--instrument", "uncc", "--language", "en");
        assertThat(official("7", "en").paragraphs()).hasSize(4);
        var other = treaty("Article", 68).stream()
                .filter(it -> !it.startsWith("(b)"))
                .toList();
        load(text(other), "--instrument", "uncc", "--language", "en");
        assertThat(official("7", "en").paragraphs()).hasSize(3);
    }

    /** The law is loaded by root, say, and shown by the node's own user. */
    @Test
    void everybody_may_read_what_was_loaded() throws IOException {
        load(text(treaty("Article", 68)), "--instrument", "uncc", "--language", "en");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("law/uncc.en.txt"))))
                .isEqualTo("rw-r--r--");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("law"))))
                .isEqualTo("rwxr-xr-x");
    }

    @Test
    void a_damaged_file_leaves_our_words_alone_and_is_said_once() throws IOException {
        load(text(treaty("Article", 68)), "--instrument", "uncc", "--language", "en");
        var file = home.resolve("law/uncc.en.txt");
        var log = new ListAppender<ILoggingEvent>();
        log.start();
        var logger = (Logger) LoggerFactory.getLogger(KeptDocuments.class);
        logger.addAppender(log);
        try {
            for (var damaged : List.of(new byte[] {'e', 'n', '\n'}, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1, 2})) {
                Files.write(file, damaged);
                assertThat(kept.article("uncc", "7", "en")).isEmpty();
            }
        } finally {
            logger.detachAppender(log);
        }
        assertThat(log.list)
                .singleElement()
                .satisfies(it -> assertThat(it.getFormattedMessage()).contains(file.toString(), "law load"));
        load(text(treaty("Article", 68)), "--instrument", "uncc", "--language", "en");
        assertThat(official("7", "en").paragraphs()).hasSize(4);
    }

    @Test
    void half_a_document_is_refused_and_changes_nothing() throws IOException {
        assertThat(load(text(treaty("Article", 41)), "--instrument", "uncc", "--language", "en"))
                .isEqualTo(1);
        assertThat(said()).contains("41 of its articles were found, and article 42 was not");
        assertThat(home.resolve("law")).doesNotExist();
    }

    @Test
    void only_the_articles_that_we_hold_must_be_there() throws IOException {
        var needed =
                convention.articles("budapest/2").stream().map(Article::number).collect(Collectors.toSet());
        assertThat(needed).doesNotContain("40").isNotEqualTo(Set.of());
        assertThat(load(text(treaty("Article", 48)), "--instrument", "budapest", "--language", "en"))
                .isZero();
    }

    @Test
    void what_an_unknown_document_is_must_be_said() throws IOException {
        assertThat(load(text(treaty("Article", 68)))).isEqualTo(1);
        assertThat(said()).contains("The hash of this file is not known here. Say --instrument.");
        assertThat(load(text(treaty("Article", 68)), "--instrument", "other", "--language", "en"))
                .isEqualTo(1);
        assertThat(load(text(treaty("Article", 68)), "--instrument", "uncc", "--language", "tlh"))
                .isEqualTo(1);
        assertThat(said()).contains("no instrument other", "in the language tlh cannot be told apart");
        assertThat(home.resolve("law")).doesNotExist();
    }

    @Test
    void what_is_no_document_is_refused_in_order() throws IOException {
        var binary = Files.write(home.resolve("a.bin"), new byte[] {1, 2, 3, 0, -1});
        var broken = Files.writeString(home.resolve("a.pdf"), "%PDF-1.7 and no more");
        assertThat(load(binary, "--instrument", "uncc", "--language", "en")).isEqualTo(1);
        assertThat(load(broken, "--instrument", "uncc", "--language", "en")).isEqualTo(1);
        assertThat(load(home.resolve("nowhere.pdf"), "--instrument", "uncc", "--language", "en"))
                .isEqualTo(1);
        assertThat(said()).contains("neither a PDF nor a text", "is a PDF that cannot be read", "There is no file");
    }

    @Test
    void a_mistyped_command_prints_what_there_is() {
        for (var arguments : List.of(
                List.of("load"),
                List.of("load", "f"),
                List.of("take", "f", "--home", "h"),
                List.of("load", "f", "--home", "h", "--home", "h"),
                List.of("load", "f", "--tongue", "en"))) {
            assertThat(LoadingDocument.run(arguments, convention, new PrintStream(said)))
                    .isEqualTo(2);
        }
        assertThat(said()).contains("comity law load FILE");
    }

    private int load(Path file, String... options) {
        var arguments = new ArrayList<>(List.of("load", file.toString(), "--home", home.toString()));
        arguments.addAll(List.of(options));
        return LoadingDocument.run(arguments, convention, new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    private OfficialText official(String article, String language) {
        return kept.article("uncc", article, language).orElseThrow();
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private Path text(List<String> lines) throws IOException {
        return Files.write(home.resolve("treaty.txt"), lines);
    }

    /** Told apart by letters, since a number in a line that repeats makes it a head or foot of a page. */
    private static String name(int n) {
        return "" + (char) ('A' + n / 26) + (char) ('a' + n % 26);
    }

    private static List<String> treaty(String word, int articles) {
        return IntStream.rangeClosed(1, articles)
                .boxed()
                .flatMap(n -> List.of(
                        word + " " + n,
                        "Of bridge " + name(n),
                        "1. Each village keeps bridge " + name(n),
                        "and goes on keeping " + name(n) + ".",
                        "(a) By day;",
                        "(b) By night.")
                        .stream())
                .toList();
    }

    /** Forty lines a page, with a head and a number at its foot. */
    private Path pdf(List<String> lines) throws IOException {
        var file = home.resolve("treaty.pdf");
        try (var document = new PDDocument()) {
            for (int from = 0; from < lines.size(); from += 40) {
                var page = new ArrayList<String>();
                page.add("Treaty of Bridges");
                page.addAll(lines.subList(from, Math.min(lines.size(), from + 40)));
                page.add("24-" + (100 + from));
                draw(document, page);
            }
            document.save(file.toFile());
        }
        return file;
    }

    private static void draw(PDDocument document, List<String> lines) throws IOException {
        var page = new PDPage();
        document.addPage(page);
        try (var content = new PDPageContentStream(document, page)) {
            content.beginText();
            content.setFont(new PDType1Font(FontName.HELVETICA), 10);
            content.setLeading(15);
            content.newLineAtOffset(60, 740);
            for (var line : lines) {
                content.showText(line);
                content.newLine();
            }
            content.endText();
        }
    }

    private static String chinese(int n) {
        var digits = "一二三四五六七八九";
        var tens = n < 10 ? "" : (n < 20 ? "" : digits.substring(n / 10 - 1, n / 10)) + "十";
        return tens + (n % 10 == 0 ? "" : digits.substring(n % 10 - 1, n % 10));
    }

    private static String arabic(int n) {
        return Integer.toString(n)
                .chars()
                .mapToObj(it -> String.valueOf((char) (it - '0' + '٠')))
                .collect(Collectors.joining());
    }
}
