package tracker.streams.runtime;

/** What nodes say of partitions that they hold. */
interface Claims {
    /** Whether it is not this node that said last that it holds that: another, or nobody. */
    boolean isAnother(String application, int partition);

    /** Says it of this node. */
    void claim(String application, int partition);

    /** Of a node that is alone. */
    Claims NONE = new Claims() {
        @Override
        public boolean isAnother(String application, int partition) {
            return false;
        }

        @Override
        public void claim(String application, int partition) {
            // Nobody listens.
        }
    };
}
