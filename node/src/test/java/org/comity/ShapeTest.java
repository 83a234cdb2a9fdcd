package org.comity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Keeps types from growing: no constructor takes more than eight collaborators and no record has more than twelve parts, unless
 * a line above it says why ({@code // More than twelve: act.json has so many.}).
 */
class ShapeTest {

    private static final int COLLABORATORS = 8;
    private static final int PARTS = 12;
    private static final Pattern HALVES = Pattern.compile("substring\\(\\s*0,\\s*Math\\.min\\(");

    @Test
    void what_is_large_says_why() throws IOException {
        var large = new TreeSet<String>();
        for (var module : List.of("node", "proof")) {
            var classes = House.root().resolve(module).resolve("target/classes");
            try (var files = Files.walk(classes.resolve("org/comity"))) {
                for (var file :
                        files.filter(it -> it.toString().endsWith(".class")).toList()) {
                    var type = ClassFile.of().parse(file);
                    var name = classes.relativize(file)
                            .toString()
                            .replace(".class", "")
                            .replace('/', '.');
                    if (tooLarge(type) && !saysWhy(name, isRecord(type))) large.add(name);
                }
            }
        }

        assertThat(large).as("make it smaller, or give a reason above it").isEmpty();
    }

    /** Half a character can be sealed by nobody; {@code CutText} knows where one ends. */
    @Test
    void no_text_is_cut_inside_a_character() throws IOException {
        var cut = new TreeSet<String>();
        try (var files = Files.walk(House.root().resolve("node/src/main/java"))) {
            for (var file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
                if (HALVES.matcher(Files.readString(file)).find())
                    cut.add(file.getFileName().toString());
            }
        }

        assertThat(cut).as("CutText.to or CutText.shown instead").isEmpty();
    }

    private static boolean isRecord(ClassModel type) {
        return type.findAttribute(Attributes.record()).isPresent();
    }

    private static boolean tooLarge(ClassModel type) {
        if (type.flags().has(AccessFlag.ENUM)
                || type.thisClass().asInternalName().matches(".*\\$\\d+")) return false;
        var most = isRecord(type) ? PARTS : COLLABORATORS;
        return type.methods().stream()
                .filter(it -> it.methodName().equalsString("<init>"))
                .anyMatch(it -> it.methodTypeSymbol().parameterCount() > most);
    }

    private static boolean saysWhy(String type, boolean record) throws IOException {
        var why = record
                ? "// More than twelve: .{10,}\\s+(?:@\\S+\\s+)*(?:public |private |static )*record %s\\b"
                : "// More than eight: .{10,}\\s+(?:public |private )?%s\\(";
        return Pattern.compile(why.formatted(type.replaceFirst(".*[.$]", "")))
                .matcher(Files.readString(source(type)))
                .find();
    }

    private static Path source(String type) {
        var outer = type.replaceFirst("\\$.*", "").replace('.', '/') + ".java";
        return java.util.stream.Stream.of("node", "proof")
                .map(it -> House.root().resolve(it).resolve("src/main/java").resolve(outer))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
    }
}
