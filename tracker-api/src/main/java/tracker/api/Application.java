package tracker.api;
public final class Application { private Application() {} public static void main(String[] a) { System.out.println("hi"); } }
