package org.comity.bench.faults;

/** A node is brought from the first landed version to this one; not played, since that version is not at hand in a built copy. */
final class Upgrade implements Fault {

    @Override
    public String name() {
        return "upgrade";
    }

    @Override
    public void play(Stage stage, Work work) {
        throw new NotPlayed("a node of the first landed version is not at hand; building it takes longer than the rest");
    }
}
