package org.comity.procedure.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.House;
import org.comity.convention.ProcedureLaw;
import org.comity.procedure.file.ArticlesAnswered.Paragraph;
import org.comity.proof.table.MoveTable;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.comity.ui.words.WordsForTests;
import org.junit.jupiter.api.Test;

/**
 * Every duty and every field of the chapter on cooperation is answered somewhere, or stands among what is missing, which
 * only shrinks. Run with {@code -Dprocedures.write} to write the pages anew and to strike out what is answered now.
 */
class ArticlesAnsweredTest {

    private static final Path FOLDER = House.root().resolve("docs/procedures");
    private static final Path MISSING = FOLDER.resolve("articles-missing.txt");
    private static final String HEAD = "# Paragraphs that nothing of ours answers yet; this list only shrinks.\n";
    private static final Words WORDS = WordsForTests.load();
    private static final ArticlesAnswered ANSWERED = new ArticlesAnswered();

    @Test
    void every_paragraph_that_the_edition_holds_stands_in_the_list() {
        assertThat(ANSWERED.unlisted()).isEmpty();
        assertThat(ANSWERED.paragraphs())
                .hasSizeGreaterThan(150)
                .extracting(Paragraph::ref)
                .doesNotHaveDuplicates();
        assertThat(ANSWERED.paragraphs()).extracting(Paragraph::kind).isSubsetOf("duty", "field", "law");
    }

    @Test
    void nothing_is_missing_but_what_is_listed_as_missing() throws IOException {
        var listed = Files.exists(MISSING) ? listed() : missing();
        if (System.getProperty("procedures.write") != null) {
            var left = missing().stream().filter(listed::contains).toList();
            Files.writeString(MISSING, HEAD + left.stream().map(it -> it + "\n").collect(Collectors.joining()));
        }
        assertThat(missing())
                .as("answer it in a procedure or in articles.yaml: what is missing only shrinks")
                .isSubsetOf(listed);
        assertThat(listed())
                .as("strike out what is answered now with -Dprocedures.write")
                .isSubsetOf(missing());
    }

    private static List<String> listed() throws IOException {
        return Files.readAllLines(MISSING).stream()
                .filter(it -> !it.isBlank() && !it.startsWith("#"))
                .toList();
    }

    @Test
    void the_table_for_programs_is_what_the_files_say() throws IOException {
        var csv = new StringBuilder("procedure,act,field,label,need,instrument,article,mark\n");
        rows().forEach(it -> csv.append(
                        it.stream().map(ArticlesAnsweredTest::quoted).collect(Collectors.joining(",")))
                .append('\n'));
        same("articles.csv", csv.toString());
    }

    @Test
    void the_page_is_what_the_files_say() throws IOException {
        var page = new StringBuilder("""
                # What each article asks, and where it is answered

                Written from the law data, the procedures' files and [articles.yaml](articles.yaml). Do not edit: `-Dprocedures.write` writes it anew, and the build fails when it is stale. The texts are in our words; the certified text governs. The table of fields is also there [for programs](articles.csv).

                """);
        var missing = ANSWERED.paragraphs().stream().filter(Paragraph::missing).toList();
        page.append(
                "## Missing\n\n%d of %d paragraphs of articles 35 to 52 are answered by nothing of ours yet. This list only shrinks.\n\n"
                        .formatted(missing.size(), ANSWERED.paragraphs().size()));
        missing.forEach(it -> page.append("- **%s** %s\n".formatted(it.ref(), it.words())));
        page.append("\n## Articles 35 to 52\n\n| paragraph | what it asks | where | how else |\n|---|---|---|---|\n");
        ANSWERED.paragraphs()
                .forEach(it -> page.append("| %s | %s | %s | %s |\n"
                        .formatted(
                                it.ref(),
                                it.words(),
                                it.missing() ? "*missing*" : String.join("<br>", it.where()),
                                it.otherwise())));
        page.append(
                "\n## Fields\n\n| procedure | act | field | | need | instrument | article | mark |\n|---|---|---|---|---|---|---|---|\n");
        rows().forEach(it -> page.append("| ").append(String.join(" | ", it)).append(" |\n"));
        same("articles.md", page.toString());
    }

    private static List<String> missing() {
        return ANSWERED.paragraphs().stream()
                .filter(Paragraph::missing)
                .map(Paragraph::ref)
                .toList();
    }

    /** Procedure, act, field, label, need, instrument, article, mark: of the opening act under each instrument. */
    private static List<List<String>> rows() {
        var rows = new ArrayList<List<String>>();
        for (var id : DescribedActs.procedures()) {
            var opening = MoveTable.find(id).orElseThrow().opening();
            var named = new TreeSet<String>();
            for (var law : DescribedActs.laws(id)) {
                for (var field : law.fields()) {
                    named.add(field.name());
                    rows.add(List.of(
                            id,
                            opening,
                            field.name(),
                            field.label().in("en"),
                            field.need()
                                    .name()
                                    .toLowerCase(java.util.Locale.ROOT)
                                    .replace('_', '-'),
                            law.edition(),
                            field.ref(),
                            mark(law, field)));
                }
            }
            PracticeFiles.all().stream()
                    .filter(it -> it.id().equals(id))
                    .forEach(file -> file.acts()
                            .forEach((type, fields) -> fields.stream()
                                    .filter(it -> !type.equals(opening) || !named.contains(it.key()))
                                    .forEach(it -> rows.add(List.of(
                                            id,
                                            type,
                                            it.key(),
                                            label(file, it.key()),
                                            it.need().name().toLowerCase(java.util.Locale.ROOT),
                                            "",
                                            "",
                                            "ours")))));
        }
        return rows;
    }

    static String mark(ProcedureLaw law, ProcedureLaw.Field field) {
        return law.practice(field) ? "practice" : field.mark().word();
    }

    static String label(ProcedureFile file, String key) {
        return Stream.of(file.law() + ".field." + key, "acts.field." + key, file.law() + ".form." + key)
                .filter(it -> WORDS.has("en", it))
                .findFirst()
                .map(it -> WORDS.say(Language.ENGLISH, it))
                .orElse("");
    }

    private static String quoted(String cell) {
        return cell.matches("[^\",\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    private static void same(String name, String text) throws IOException {
        var file = FOLDER.resolve(name);
        if (System.getProperty("procedures.write") != null) {
            Files.writeString(file, text);
        }
        assertThat(file).as("write it anew with -Dprocedures.write").hasContent(text);
    }
}
