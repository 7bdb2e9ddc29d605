package tracker.streams.codec;

import org.apache.avro.util.ClassSecurityValidator;
import tracker.schemas.TrackerEvent;

/** Avro instantiates only classes that it was told to trust. */
public final class SchemaClasses {
    private SchemaClasses() {}

    /** Trusts the schemas' own classes, for the whole process and in addition to Avro's. */
    public static void trust() {
        String own = TrackerEvent.class.getPackageName();
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.DEFAULT, type -> type.getPackageName().equals(own)));
    }
}
