package org.comity.directory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.comity.proof.Malformed;
import org.comity.proof.form.CanonicalJson;
import org.comity.vocabulary.ParticipantKind;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/** An entry as people write it, in any layout of JSON: what keys and the ceremony know is not in it. */
record EntryDraft(Map<String, Object> json) {

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    static EntryDraft read(Path file) {
        try {
            return read(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What an entry says already, to be signed anew. */
    static EntryDraft of(ParticipantEntry entry) {
        return new EntryDraft(EntryWriting.json(entry));
    }

    /** One that lies in the jar: a practice State, or the form that onboarding starts from. */
    static EntryDraft resource(String name) {
        try (var in = EntryDraft.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no draft [%s]".formatted(name));
            }
            return read(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What kind of participant it is of; nothing said: the contact point of a State. */
    ParticipantKind kind() {
        return json.get("kind") instanceof String word
                ? ParticipantKind.of(word).orElseThrow(() -> new Malformed("field", "kind"))
                : ParticipantKind.CONTACT_POINT;
    }

    /** A field that is text, or the English of one that has a text a language. */
    String word(String key) {
        return switch (json.get(key)) {
            case String text -> text;
            case Map<?, ?> byLanguage when byLanguage.get("en") instanceof String text -> text;
            case null, default -> throw new Malformed("field", key);
        };
    }

    /** The entry that follows {@code before}, or the first; held to the same limits as what peers send. */
    ParticipantEntry complete(
            String network,
            @Nullable ParticipantEntry before,
            Participant.@Nullable NodeAddress node,
            ParticipantEntry.@Nullable SigningKeys keys,
            Instant now) {
        return complete(network, before, before == null ? 1 : before.version() + 1, node, keys, now);
    }

    /** @param version above that of {@code before}, perhaps by more than one */
    ParticipantEntry complete(
            String network,
            @Nullable ParticipantEntry before,
            long version,
            Participant.@Nullable NodeAddress node,
            ParticipantEntry.@Nullable SigningKeys keys,
            Instant now) {
        var whole = new HashMap<>(json);
        whole.put("format", ParticipantEntry.FORMAT);
        whole.put("network", network);
        whole.put("version", version);
        whole.put("previous", before == null ? DirectoryList.NOTHING_BEFORE : before.hash());
        whole.put("signedAt", now.toString());
        whole.put("node", node == null ? null : EntryWriting.node(node));
        whole.put("keys", keys == null ? null : EntryWriting.keys(keys));
        return ParticipantEntry.read(CanonicalJson.write(whole));
    }

    @SuppressWarnings("unchecked")
    private static EntryDraft read(byte[] bytes) {
        if (bytes.length > ParticipantEntry.LARGEST) {
            throw new Malformed("too-large", "draft");
        }
        try {
            return new EntryDraft(MAPPER.readValue(bytes, Map.class));
        } catch (JacksonException e) {
            throw new Malformed("json", e.getOriginalMessage());
        }
    }
}
