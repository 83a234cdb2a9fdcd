package org.comity.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two desks compare by four commands whose files travel; what does not fit is refused and nothing is written. */
class CompareCommandTest {

    @TempDir
    private Path folder;

    private String said = "";

    @BeforeEach
    void lists() throws IOException {
        list("velmora", "a@mail.example", "203.0.113.9 2026-03-01 10:00 UTC", "+555 01 00");
        list("belmora", "2001:db8::7", "203.0.113.9", "+5550100", "b@mail.example");
    }

    @Test
    void both_learn_what_both_have_as_each_typed_it_and_keep_nothing() throws IOException {
        assertThat(begin()).isZero();
        assertThat(answer()).isZero();
        assertThat(said).contains("3 identifiers with 4 of yours");
        assertThat(finish()).isZero();
        assertThat(said)
                .contains("In both lists: 2, of 3 of ours and 4 of theirs.", "203.0.113.9 2026-03-01", "+555 01 00")
                .doesNotContain("a@mail.example");
        assertThat(learn()).isZero();

        assertThat(said).contains("In both lists: 2", "203.0.113.9", "+5550100").doesNotContain("b@mail.example");
        assertThat(folder.resolve("velmora.keep")).doesNotExist();
        assertThat(folder.resolve("belmora.keep")).doesNotExist();
    }

    @Test
    void what_travels_holds_points_and_no_identifier_and_what_stays_is_for_one_reader() throws IOException {
        begin();
        answer();

        for (var file : List.of("offer", "answer")) {
            assertThat(Files.readString(folder.resolve(file)))
                    .doesNotContain("mail.example", "203.0.113", "5550100", "2001:db8", "secret");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("velmora.keep"))))
                .isEqualTo("rw-------");
    }

    @Test
    void a_secret_serves_one_comparison() throws IOException {
        begin();
        answer();
        finish();
        Files.delete(folder.resolve("last"));

        assertThat(finish()).isEqualTo(1);
        assertThat(folder.resolve("last")).doesNotExist();
    }

    @Test
    void an_answer_to_another_comparison_is_refused() throws IOException {
        begin();
        answer();
        Files.move(folder.resolve("answer"), folder.resolve("old"));
        for (var each : List.of("velmora.keep", "offer", "belmora.keep")) Files.delete(folder.resolve(each));
        begin();
        Files.move(folder.resolve("old"), folder.resolve("answer"));

        assertThat(finish()).isEqualTo(1);
        assertThat(said).contains("another comparison");
        assertThat(folder.resolve("last")).doesNotExist();
    }

    @Test
    void a_file_of_another_step_is_refused() throws IOException {
        begin();
        Files.copy(folder.resolve("offer"), folder.resolve("answer"));

        assertThat(finish()).isEqualTo(1);
        assertThat(said).contains("another step");
        assertThat(folder.resolve("velmora.keep")).exists();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"02[0-9a-f]{64}\"|\"02ff\"|no point",
                "\"step\":1|\"step\":1,\"more\":1|no file",
                "\"context\":\"[0-9a-f]{64}\"|\"context\":null|no file",
                "\\A\\{|[|no file",
                "\"returned\":\\[\\]|\"returned\":[\"02\"]|no file"
            })
    void what_was_changed_on_the_way_is_refused_and_nothing_is_kept(String what, String with, String told)
            throws IOException {
        begin();
        var offer = Files.readString(folder.resolve("offer"));
        Files.writeString(folder.resolve("offer"), offer.replaceAll(what, with).replace("\"03", "\"05"));

        assertThat(answer()).isEqualTo(1);
        assertThat(said).contains("Refused").contains(told);
        assertThat(folder.resolve("belmora.keep")).doesNotExist();
    }

    @Test
    void where_what_is_sent_cannot_be_written_no_secret_is_left() throws IOException {
        Files.writeString(folder.resolve("offer"), "here already");

        assertThat(begin()).isEqualTo(1);
        assertThat(said).contains(folder.resolve("offer") + " exists already; name another.");
        assertThat(run("begin", "--identifiers", "velmora", "--keep", "one", "--send", "one"))
                .isEqualTo(1);
        assertThat(folder.resolve("velmora.keep")).doesNotExist();
        assertThat(folder.resolve("one")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a secret", "{\"secret\":\"5e\"}", "null"})
    void what_was_kept_and_cannot_be_read_is_refused_and_not_said(String kept) throws IOException {
        begin();
        answer();
        Files.writeString(folder.resolve("velmora.keep"), kept);

        assertThat(finish()).isEqualTo(1);
        assertThat(said).contains("no file of a comparison").doesNotContain("secret");
        assertThat(folder.resolve("last")).doesNotExist();
    }

    @Test
    void who_sees_the_files_learns_how_many_are_in_both_lists() throws IOException {
        begin();
        answer();
        finish();

        assertThat(returned("answer"))
                .hasSize(3)
                .filteredOn(returned("last")::contains)
                .hasSize(2);
    }

    private Set<String> returned(String file) throws IOException {
        var json = Files.readString(folder.resolve(file));
        return Pattern.compile("[0-9a-f]{66}")
                .matcher(json.substring(json.indexOf("\"returned\"")))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    @Test
    void more_than_fifty_are_refused() throws IOException {
        var many = new ArrayList<String>();
        for (int i = 0; i <= BlindComparison.MOST; i++) many.add("user" + i + "@mail.example");
        list("velmora", many.toArray(String[]::new));

        assertThat(begin()).isEqualTo(1);
        assertThat(said).contains("longer than 50");
        assertThat(folder.resolve("velmora.keep")).doesNotExist();
    }

    @Test
    void who_types_something_else_is_told_how() {
        assertThat(run("begin", "--keep", "x")).isEqualTo(2);
        assertThat(run()).isEqualTo(2);
        assertThat(said).contains("comity compare answer");
    }

    @ParameterizedTest
    @CsvSource({
        "A@Mail.Example, mail:a@mail.example",
        "2001:DB8::7, ip:2001:db8:0:0:0:0:0:7",
        "+555 (01) 00-7, phone:+55501007",
        "https://www.Shop.example/Path/, web:shop.example/Path",
        "http://shop.example/Path, web:shop.example/Path",
        "https://one_shop.example:8443/, web:one_shop.example",
        "https://متجر.example/x, web:متجر.example/x",
        "999.1.1.1, other:999.1.1.1",
        "bc1q7, other:bc1q7"
    })
    void an_identifier_is_written_in_one_way(String typed, String compared) {
        assertThat(ComparedEntry.of(typed)).isEqualTo(compared);
    }

    private int begin() {
        return run("begin", "--identifiers", "velmora", "--keep", "velmora.keep", "--send", "offer");
    }

    private int answer() {
        return run(
                "answer",
                "--identifiers",
                "belmora",
                "--received",
                "offer",
                "--keep",
                "belmora.keep",
                "--send",
                "answer");
    }

    private int finish() {
        return run("finish", "--keep", "velmora.keep", "--received", "answer", "--send", "last");
    }

    private int learn() {
        return run("learn", "--keep", "belmora.keep", "--received", "last");
    }

    private int run(String... arguments) {
        var paths = new ArrayList<String>();
        for (int i = 0; i < arguments.length; i++) {
            boolean file = i > 0 && !arguments[i].startsWith("--");
            paths.add(file ? folder.resolve(arguments[i]).toString() : arguments[i]);
        }
        var out = new ByteArrayOutputStream();
        int code = CompareCommand.run(paths, new PrintStream(out, true, UTF_8));
        said = out.toString(UTF_8);
        return code;
    }

    private void list(String name, String... lines) throws IOException {
        Files.write(folder.resolve(name), List.of(lines));
    }
}
