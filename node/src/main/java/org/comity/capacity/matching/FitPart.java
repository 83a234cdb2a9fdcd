package org.comity.capacity.matching;

/** One of the seven parts of how well an offer fits a need, with its usual share in thousandths. */
public enum FitPart {
    KIND(300),
    ARTICLES(250),
    LANGUAGE(150),
    TIME(100),
    MODE(100),
    LEGAL(50),
    NEAR(50);

    private final int usual;

    FitPart(int usual) {
        this.usual = usual;
    }

    int usual() {
        return usual;
    }
}
