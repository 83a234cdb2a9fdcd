package org.comity.backup;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Walks a folder that a running node works in; what is left out is not entered. */
final class WalkedFiles {

    private WalkedFiles() {}

    /** @return false if a file or folder went away on the walk: something that moved may have been passed by */
    static boolean each(Path folder, Predicate<Path> leftOut, Consumer<Path> file) throws IOException {
        var walk = new Walk(leftOut, file);
        Files.walkFileTree(folder, walk);
        return !walk.missed;
    }

    private static final class Walk extends SimpleFileVisitor<Path> {

        private final Predicate<Path> leftOut;
        private final Consumer<Path> file;
        private boolean missed;

        Walk(Predicate<Path> leftOut, Consumer<Path> file) {
            this.leftOut = leftOut;
            this.file = file;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes what) {
            return leftOut.test(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path each, BasicFileAttributes what) {
            if (!leftOut.test(each)) file.accept(each);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path each, IOException why) throws IOException {
            if (!(why instanceof NoSuchFileException)) throw why;
            missed = true;
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException why) throws IOException {
            if (why instanceof NoSuchFileException) missed = true;
            else if (why != null) throw why;
            return FileVisitResult.CONTINUE;
        }
    }
}
