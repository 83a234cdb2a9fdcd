package org.comity.evidence.laboratory;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.comity.proof.form.NormalForm;
import org.jspecify.annotations.Nullable;

/** Finds the plain files of a path that was typed, which may be a link itself; what is left out below it is named. */
final class ChosenFiles extends SimpleFileVisitor<Path> {

    private final Path root;
    private final String typed;
    private final PrintStream out;
    private final SortedMap<Path, String> files = new TreeMap<>();
    private boolean whole = true;

    private ChosenFiles(Path path, PrintStream out) throws IOException {
        this.root = path.toRealPath();
        this.typed = Objects.toString(path.toAbsolutePath().normalize().getFileName(), "");
        this.out = out;
    }

    static ChosenFiles of(Path path, PrintStream out) throws IOException {
        var chosen = new ChosenFiles(path, out);
        Files.walkFileTree(chosen.root, chosen);
        return chosen;
    }

    /** With the name of each as a browser says it: from the chosen folder on, called as it was typed. */
    SortedMap<Path, String> files() {
        return files;
    }

    /** Whether all could be looked at. */
    boolean whole() {
        return whole;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes about) {
        if (about.isRegularFile()) files.put(file, name(file));
        else out.printf("%s: %s; it is left out%n", name(file), about.isSymbolicLink() ? "a link" : "not a plain file");
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException why) {
        left(file, why);
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException why) {
        if (why != null) left(folder, why);
        return FileVisitResult.CONTINUE;
    }

    private void left(Path path, IOException why) {
        whole = false;
        out.printf("%s: cannot be read (%s); it is left%n", name(path), why);
    }

    private String name(Path file) {
        var below = root.relativize(file).toString();
        var name = below.isEmpty() ? typed : typed.isEmpty() ? below : typed + "/" + below;
        return NormalForm.composed(name.replace('\\', '/'));
    }
}
