package org.comity.proof.form;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.comity.proof.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.comity.proof.Malformed;
import org.comity.proof.act.TestActs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules R1 to R8 of docs/protocol. */
class CanonicalJsonTest {

    private static final long LARGEST = 9_007_199_254_740_991L;

    /** RFC 8785, 3.2.2.2, without its numbers, which hold fractions. */
    @Test
    void the_text_and_the_literals_of_rfc_8785_come_out_as_printed_there() {
        var value = Map.of("string", "\u20ac$\u000f\nA'B\"\\\\\"/", "literals", List.of());
        assertThat(text(value)).isEqualTo("{\"literals\":[],\"string\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");

        var literals = new java.util.ArrayList<Object>();
        literals.add(null);
        literals.add(true);
        literals.add(false);
        assertThat(text(literals)).isEqualTo("[null,true,false]");
    }

    /** RFC 8785, 3.2.3: order by UTF-16 code unit, so an emoji comes before a full-width letter. */
    @Test
    void names_are_sorted_by_utf16_code_unit() {
        var map = new HashMap<String, Object>();
        for (String name : List.of("\u20ac", "\r", "\uff21", "1", "\ud83d\ude00", "\u0080", "\u00f6")) {
            map.put(name, 1);
        }
        assertThat(text(map))
                .isEqualTo(
                        "{\"\\r\":1,\"1\":1,\"\u0080\":1,\"\u00f6\":1,\"\u20ac\":1,\"\ud83d\ude00\":1,\"\uff21\":1}");
    }

    @Test
    void control_characters_have_one_spelling() {
        assertThat(text(List.of("\b\t\n\f\r\u0000\u001f\u007f")))
                .isEqualTo("[\"\\b\\t\\n\\f\\r\\u0000\\u001f\u007f\"]");
    }

    @Test
    void what_is_written_is_read_again() {
        var value = Map.of("z", List.of(1, -1, 0, LARGEST, -LARGEST), "a", Map.of("ب", "نص", "b", true));
        assertThat(text(CanonicalJson.read(CanonicalJson.write(value)))).isEqualTo(text(value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ }",
                "{}\n",
                " {}",
                "{\"b\":1,\"a\":2}",
                "{\"a\": 1}",
                "{\"a\":1.0}",
                "{\"a\":1.5}",
                "{\"a\":1e2}",
                "{\"a\":-0}",
                "{\"a\":9007199254740992}",
                "{\"a\":-9007199254740992}",
                "{\"a\":\"\\u0041\"}",
                "{\"a\":\"\\/\"}",
                "{\"a\":\"\\u000A\"}",
                "{\"a\":\"e\u0301\"}",
                "{\"e\u0301\":1}",
                "{\"\ufb33\":\"not stable under NFC\"}",
                "{\"a\":\"\\ud83d\"}"
            })
    void another_spelling_is_refused(String json) {
        assertRefused("not-canonical", () -> CanonicalJson.read(json.getBytes(UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{}{}",
                "{}x",
                "{\"a\":1,\"a\":1}",
                "{\"a\":01}",
                "{\"a\":+1}",
                "{\"a\":NaN}",
                "{'a':1}",
                "{a:1}",
                "{\"a\":1,}",
                "[1]",
                "null",
                "1",
                "\"a\"",
                "{\"a\":\"\n\"}",
                "/**/{}",
                "{\"a\":123456789012345678}"
            })
    void what_is_no_json_object_is_refused(String json) {
        assertRefused("json", () -> CanonicalJson.read(json.getBytes(UTF_8)));
    }

    /** R5: to bring this one into NFC took minutes. */
    @Test
    void more_than_thirty_marks_in_a_row_are_refused_at_once() {
        var endless = "b" + "\u0301".repeat(500_000) + "\u0316".repeat(500_000);
        assertTimeoutPreemptively(Duration.ofMinutes(1), () -> {
            assertRefused("not-canonical", () -> CanonicalJson.read(("{\"a\":\"" + endless + "\"}").getBytes(UTF_8)));
            assertThat(NormalForm.composed(endless)).isEqualTo("b" + "\u0301".repeat(30));
        });

        var most = "b" + "\u0316".repeat(30);
        assertThat(CanonicalJson.read(CanonicalJson.write(Map.of("a", most + most))))
                .isEqualTo(Map.of("a", most + most));
        assertRefused("not-canonical", () -> CanonicalJson.read(("{\"a\":\"" + most + "\u20dd\"}").getBytes(UTF_8)));
        // One mark becomes two, and what is made of a text can always be written.
        assertThat(NormalForm.isComposed(NormalForm.composed("x" + "\u0344".repeat(40) + "y")))
                .isTrue();
    }

    @Test
    void other_encodings_are_refused() {
        assertRefused("not-canonical", () -> CanonicalJson.read("{\"a\":1}".getBytes(UTF_16LE)));
        assertRefused("not-canonical", () -> CanonicalJson.read("\ufeff{}".getBytes(UTF_8)));
        assertRefused(
                "not-canonical",
                () -> CanonicalJson.read(new byte[] {'{', '"', (byte) 0xc0, (byte) 0x80, '"', ':', '1', '}'}));
        assertRefused(
                "not-canonical", () -> CanonicalJson.read(new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'}));
    }

    @Test
    void limit_of_integers() {
        assertThat(CanonicalJson.read(("{\"a\":" + LARGEST + "}").getBytes(UTF_8)))
                .containsEntry("a", LARGEST);
        assertThat(CanonicalJson.read(("{\"a\":-" + LARGEST + "}").getBytes(UTF_8)))
                .containsEntry("a", -LARGEST);
        for (long tooLarge : new long[] {LARGEST + 1, -LARGEST - 1, Long.MAX_VALUE, Long.MIN_VALUE}) {
            assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.write(tooLarge));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1.0, Double.NaN})
    void fractions_are_never_written(double fraction) {
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.write(Map.of("a", fraction)));
    }

    @Test
    void limit_of_depth() {
        assertThat(CanonicalJson.read(nested(16))).containsKey("a");
        assertRefused("json", () -> CanonicalJson.read(nested(17)));
        Object value = 1;
        for (int i = 0; i < 16; i++) {
            value = List.of(value);
        }
        Object deepest = value;
        assertThat(text(deepest)).startsWith("[[[[[[[[[[[[[[[[1");
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.write(List.of(deepest)));
    }

    private static byte[] nested(int depth) {
        return ("{\"a\":" + "[".repeat(depth - 1) + "]".repeat(depth - 1) + "}").getBytes(UTF_8);
    }

    @Test
    void limit_of_text() {
        String longest = "x".repeat(1 << 20);
        assertThat(CanonicalJson.read(("{\"a\":\"" + longest + "\"}").getBytes(UTF_8)))
                .containsEntry("a", longest);
        assertRefused("json", () -> CanonicalJson.read(("{\"a\":\"" + longest + "x\"}").getBytes(UTF_8)));
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.write(longest + "x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "ا"})
    void limit_of_names(String letter) {
        String longest = letter.repeat(200);
        assertThat(CanonicalJson.read(("{\"" + longest + "\":1}").getBytes(UTF_8)))
                .containsKey(longest);
        assertRefused("not-canonical", () -> CanonicalJson.read(("{\"" + longest + letter + "\":1}").getBytes(UTF_8)));
    }

    @Test
    void limit_of_the_whole() {
        byte[] largest = ("{\"a\":\"" + "x".repeat(1 << 20) + "\",\"b\":\"" + "x".repeat((1 << 20) - 15) + "\"}")
                .getBytes(UTF_8);
        assertThat(largest).hasSize(2 << 20);
        assertThat(CanonicalJson.read(largest)).hasSize(2);
        byte[] tooLarge = new byte[(2 << 20) + 1];
        assertRefused("too-large", () -> CanonicalJson.read(tooLarge));
        assertRefused("json", () -> CanonicalJson.read(new byte[2 << 20]));
    }

    @Test
    void random_bytes_and_broken_documents_are_refused_and_nothing_else_happens() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("CanonicalJsonTest -Dseed=" + seed);
        var chance = new Random(seed);
        byte[] right = TestActs.request().json();
        for (int i = 0; i < 2_000; i++) {
            byte[] bytes = right.clone();
            for (int k = 0; k <= chance.nextInt(4); k++) {
                bytes[chance.nextInt(bytes.length)] = (byte) chance.nextInt(256);
            }
            try {
                assertThat(CanonicalJson.write(CanonicalJson.read(bytes))).isEqualTo(bytes);
            } catch (Malformed refused) {
                assertThat(refused.code()).isIn("json", "not-canonical");
            }
        }
    }

    private static String text(Object value) {
        return new String(CanonicalJson.write(value), UTF_8);
    }
}
