package org.comity.proof.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.proof.Refusals.assertRefused;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.comity.proof.act.TestActs;
import org.comity.proof.form.CanonicalJson;
import org.junit.jupiter.api.Test;

/** Rule R81 of docs/protocol: the first payload of a page, and of an invitation. */
class PageHeadTest {

    private static final List<SignedEntry> ENTRIES = TestRegister.of("00".repeat(32), "11".repeat(32), "22".repeat(32));
    private static final PageHead HEAD = new PageHead(TestActs.THREAD, 1, ENTRIES.subList(1, 3), 9);

    @Test
    void a_page_is_read_as_it_was_written() {
        assertThat(PageHead.read(HEAD.json())).isEqualTo(HEAD);
        assertThat(PageHead.read(new PageHead(TestActs.THREAD, 9, List.of(), 9).json())
                        .entries())
                .isEmpty();
    }

    @Test
    void what_is_no_page_is_refused() {
        assertRefused("fields", () -> PageHead.read(changed(it -> it.remove("last"))));
        assertRefused("fields", () -> PageHead.read(changed(it -> it.put("more", 1))));
        assertRefused("field", () -> PageHead.read(changed(it -> it.put("after", -1))));
        assertRefused("field", () -> PageHead.read(changed(it -> it.put("after", "1"))));
        // A gap, an entry of before, and fewer entries than the sender says it has.
        assertRefused("field", () -> PageHead.read(changed(it -> it.put("after", 2))));
        assertRefused("field", () -> PageHead.read(changed(it -> it.put("last", 2))));
        assertRefused("field", () -> PageHead.read(changed(it -> it.put("thread", "t"))));
        assertRefused("field", () -> PageHead.read(changed(it -> it.put("entries", Map.of()))));
        assertRefused("field", () -> PageHead.read(changed(it -> it.put("entries", List.of(1)))));
        assertRefused("fields", () -> PageHead.read(changed(it -> it.put("entries", List.of(Map.of())))));
        assertRefused(
                "too-many",
                () -> PageHead.read(changed(it -> it.put("entries", java.util.Collections.nCopies(101, 1)))));
        assertRefused(
                "too-many", () -> PageHead.readEntries(CanonicalJson.write(Map.of("entries", List.of(1, 2, 3))), 2));
        assertRefused("fields", () -> PageHead.readEntries(HEAD.json(), 2));
    }

    private static byte[] changed(Consumer<Map<String, Object>> change) {
        var json = new TreeMap<>(CanonicalJson.read(HEAD.json()));
        change.accept(json);
        return CanonicalJson.write(json);
    }
}
