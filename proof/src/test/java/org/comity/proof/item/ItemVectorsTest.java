package org.comity.proof.item;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.exceptionfactory.jagged.FileKey;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.comity.proof.Malformed;
import org.comity.proof.age.AgeHeader;
import org.comity.proof.age.HybridIdentity;
import org.comity.proof.age.PayloadLayout;
import org.comity.proof.verify.Vectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The vectors of docs/protocol/items.md: written with {@code -Dvectors.write}, else read. */
class ItemVectorsTest {

    private static final Path FILE = Vectors.FOLDER.resolve("items.json");
    private static final Path ITEM = Vectors.FOLDER.resolve("item");
    private static final Path IDENTITY = Vectors.FOLDER.resolve("item-identity.txt");

    @BeforeAll
    static void write() throws IOException {
        if (System.getProperty("vectors.write") == null) return;
        var plain = "All that is here is made up.\n".repeat(2_400).getBytes(UTF_8);
        var item = TestItems.of(plain);
        if (Files.exists(ITEM)) {
            try (var old = Files.walk(ITEM)) {
                for (var each : old.sorted(java.util.Comparator.reverseOrder()).toList()) Files.delete(each);
            }
        }
        item.write(ITEM);
        Files.writeString(IDENTITY, TestItems.RECEIVER.secretText() + "\n");
        var all = new LinkedHashMap<String, Object>();
        all.put("manifest", item.manifest().sha256());
        all.put("plain", item.manifest().plain().sha256());
        all.put("commitments", commitments());
        all.put("sizes", sizes());
        all.put("manifests", manifests(new String(item.manifest().json(), UTF_8)));
        Files.writeString(
                FILE, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n");
    }

    private static List<Map<String, Object>> commitments() {
        return java.util.stream.Stream.of("00".repeat(16), "000102030405060708090a0b0c0d0e0f", "ff".repeat(16))
                .map(it -> Map.<String, Object>of("rule", "I16", "fileKey", it, "commitment", commitment(it)))
                .toList();
    }

    private static String commitment(String fileKey) {
        return ItemKey.of(new FileKey(HexFormat.of().parseHex(fileKey))).commitment();
    }

    private static List<Map<String, Object>> sizes() {
        var all = new ArrayList<Map<String, Object>>();
        for (long plain : new long[] {0, 1, 65_536, 65_537, 1_048_576, 1_048_577, 500_000_000_000L}) {
            long payload = PayloadLayout.size(plain);
            all.add(Map.of(
                    "rule", "I4", "plain", plain, "payload", payload, "segments", PayloadSegments.count(payload)));
        }
        return all;
    }

    private static List<Map<String, Object>> manifests(String right) {
        var all = new ArrayList<Map<String, Object>>();
        manifest(all, "I10", right, "accepted");
        manifest(all, "I10", right.replace("{\"commitment\"", "{ \"commitment\""), "not-canonical");
        manifest(all, "I10", right.replace("\"plain\"", "\"plans\""), "fields");
        manifest(all, "I11", right.replace("item/1", "item/2"), "field");
        manifest(all, "I12", right.replace("\"size\":69600}", "\"size\":-1}"), "field");
        manifest(all, "I13", right.replace("\"size\":69600}", "\"size\":69601}"), "item-size");
        manifest(all, "I14", right.replaceFirst("\"root\":\".", "\"root\":\"G"), "field");
        manifest(all, "I16", right.replaceFirst("\"commitment\":\".", "\"commitment\":\""), "field");
        manifest(all, "I17", right.replace("\"holder\"", "\"keeper\""), "field");
        manifest(all, "I17", right.replaceFirst("\"recipients\":.*", "\"recipients\":[]}"), "too-many");
        return all;
    }

    private static void manifest(List<Map<String, Object>> all, String rule, String text, String result) {
        all.add(Map.of("rule", rule, "manifest", text, "result", result));
    }

    @Test
    void commitments_and_sizes() {
        for (var each : vectors().get("commitments")) {
            assertThat(commitment(each.get("fileKey").stringValue()))
                    .isEqualTo(each.get("commitment").stringValue());
        }
        for (var each : vectors().get("sizes")) {
            long payload = each.get("payload").longValue();
            assertThat(PayloadLayout.size(each.get("plain").longValue())).isEqualTo(payload);
            assertThat(PayloadSegments.count(payload))
                    .isEqualTo(each.get("segments").longValue());
        }
    }

    @Test
    void manifests() {
        for (var each : vectors().get("manifests")) {
            assertThat(result(each.get("manifest").stringValue()))
                    .as(each.toString())
                    .isEqualTo(each.get("result").stringValue());
        }
    }

    private static String result(String text) {
        try {
            ItemManifest.read(text.getBytes(UTF_8));
            return "accepted";
        } catch (Malformed e) {
            return e.code();
        }
    }

    @Test
    void the_item_holds() throws Exception {
        var manifest = ItemManifest.read(Files.readAllBytes(ITEM.resolve("item.json")));
        assertThat(manifest.sha256()).isEqualTo(vectors().get("manifest").stringValue());
        assertThat(manifest.plain().sha256()).isEqualTo(vectors().get("plain").stringValue());
        var header = manifest.recipients().stream()
                .filter(it -> it.purpose() == ItemManifest.Purpose.RECEIVER)
                .findFirst()
                .orElseThrow()
                .header();
        var identity = HybridIdentity.parse(Files.readString(IDENTITY).strip());
        var key = ItemKey.open(AgeHeader.of(Files.readAllBytes(ITEM.resolve("headers/" + header))), identity);
        assertThat(key.commitment()).isEqualTo(manifest.commitment());
        try (var in = new BufferedInputStream(Files.newInputStream(ITEM.resolve("payload")))) {
            assertThat(ItemMatching.read(in, key).matches(manifest)).isTrue();
        }
    }

    private static JsonNode vectors() {
        return JsonMapper.shared().readTree(FILE.toFile());
    }
}
