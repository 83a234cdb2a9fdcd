package org.comity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.Yaml;

/** A page of docs/how-to as somebody follows it: its blocks, as they stand there. */
final class HowTo {

    private static final Pattern BLOCK = Pattern.compile("```([a-z]+)\n(.*?)```", Pattern.DOTALL);

    private final String name;
    private final List<MatchResult> blocks;

    private HowTo(String name, List<MatchResult> blocks) {
        this.name = name;
        this.blocks = blocks;
    }

    static HowTo page(String name) {
        try {
            var text = Files.readString(House.root().resolve("docs/how-to/" + name + ".md"));
            return new HowTo(name, BLOCK.matcher(text).results().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one block of this language that says this. */
    String block(String language, String saying) {
        var found = blocks.stream()
                .filter(it -> it.group(1).equals(language) && it.group(2).contains(saying))
                .map(it -> it.group(2))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(
                    "%s.md has %d blocks (%s) with: %s".formatted(name, found.size(), language, saying));
        }
        return found.getFirst();
    }

    String commands(String saying) {
        return block("sh", saying);
    }

    <T> T settings(String saying) {
        return new Yaml().load(block("yaml", saying));
    }
}
