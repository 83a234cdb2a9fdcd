package org.comity.board;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Shows what this node hosts and what it follows as one list. */
@Component
class ReadingBoards implements HeldBoards {

    private static final int MOST = 500;
    private static final Comparator<HeldBoard> ORDER =
            Comparator.comparing(HeldBoard::host).thenComparing(HeldBoard::name);

    private final List<BoardSource> sources;

    ReadingBoards(List<BoardSource> sources) {
        this.sources = sources;
    }

    @Override
    public List<HeldBoard> all() {
        return sources.stream()
                .flatMap(it -> it.boards().stream())
                .sorted(ORDER)
                .toList();
    }

    @Override
    public List<HeldBoard> elsewhere(String board) {
        return sources.stream()
                .flatMap(it -> it.elsewhere(board).stream())
                .sorted(ORDER)
                .toList();
    }

    @Override
    public List<HeldBoard> open() {
        return sources.stream()
                .flatMap(it -> it.openBoards().stream())
                .filter(it -> it.standing() > 0)
                .sorted(ORDER)
                .toList();
    }

    @Override
    public Optional<HeldBoard> find(String host, String board, boolean open) {
        return sources.stream()
                .flatMap(it -> it.board(host, board, open).stream())
                .filter(it -> !open || it.standing() > 0)
                .findFirst();
    }

    @Override
    public List<HeldEntry> standing(String host, String board, int limit) {
        return sources.stream()
                .flatMap(it -> it.standing(host, board, Math.clamp(limit, 1, MOST)).stream())
                .toList();
    }

    @Override
    public List<HeldEntry> under(String board, List<Beginning> beginnings, int limit) {
        return sources.stream()
                .flatMap(it -> it.under(board, beginnings, Math.clamp(limit, 1, MOST)).stream())
                .toList();
    }

    @Override
    public List<HeldEntry> open(String host, String board, int limit) {
        return sources.stream()
                .flatMap(it -> it.open(host, board, Math.clamp(limit, 1, MOST)).stream())
                .toList();
    }

    @Override
    public Optional<HeldEntry> standing(String host, String board, String subject) {
        return sources.stream()
                .flatMap(it -> it.standing(host, board, subject).stream())
                .findFirst();
    }

    @Override
    public Optional<String> proof(String host, String board, String act, boolean open, @Nullable Long since) {
        return sources.stream()
                .flatMap(it -> it.proof(host, board, act, open, since).stream())
                .findFirst();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(BoardSettings.class)
    static class Settings {}
}
