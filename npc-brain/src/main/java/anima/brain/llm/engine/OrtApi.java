package anima.brain.llm.engine;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/**
 * Those functions of the runtime's C interface that its Java binding does not offer. The interface
 * is a table of function pointers whose order never changes (onnxruntime_c_api.h; the numbers below
 * are their places). Any thread.
 */
final class OrtApi {
  private static final int GET_ERROR_MESSAGE = 2;
  private static final int CREATE_TENSOR_AS_ORT_VALUE = 48;
  private static final int CREATE_MEMORY_INFO = 68;
  private static final int RELEASE_STATUS = 93;
  private static final int RELEASE_MEMORY_INFO = 94;
  private static final int CREATE_ALLOCATOR = 131;
  private static final int RELEASE_ALLOCATOR = 132;

  /** OrtDeviceAllocator, and OrtMemTypeDefault. */
  private static final int DEFAULT = 0;

  private final Pointer table;

  private OrtApi(Pointer table) {
    this.table = table;
  }

  /** The interface of the natives that this process has loaded. */
  static OrtApi find() {
    try {
      Class<?> owner = Class.forName("ai.onnxruntime.OnnxRuntime", true, loader());
      return new OrtApi(pointer(owner.getDeclaredField("ortApiHandle"), null));
    } catch (ReflectiveOperationException e) {
      throw new EngineFault("the runtime's interface has another form", e);
    }
  }

  private static ClassLoader loader() {
    return OrtEnvironment.class.getClassLoader();
  }

  /** The allocator with which a session makes its own tensors in the named memory. */
  Pointer newAllocator(OrtSession session, String memory) {
    PointerByReference info = new PointerByReference();
    call(CREATE_MEMORY_INFO, memory, DEFAULT, 0, DEFAULT, info);
    try {
      PointerByReference allocator = new PointerByReference();
      call(CREATE_ALLOCATOR, handle(session), info.getValue(), allocator);
      return allocator.getValue();
    } finally {
      function(RELEASE_MEMORY_INFO).invokeVoid(new Object[] {info.getValue()});
    }
  }

  private static Pointer handle(OrtSession session) {
    try {
      return pointer(OrtSession.class.getDeclaredField("nativeHandle"), session);
    } catch (ReflectiveOperationException e) {
      throw new EngineFault("the runtime's sessions have another form", e);
    }
  }

  private static Pointer pointer(Field field, @Nullable Object owner)
      throws ReflectiveOperationException {
    field.setAccessible(true);
    return new Pointer(field.getLong(owner));
  }

  /** A tensor of undefined content; its owner is who wraps it. */
  Pointer newTensor(Pointer allocator, long[] sizes, int elementType) {
    try (Memory shape = new Memory((long) Long.BYTES * sizes.length)) {
      shape.write(0, sizes, 0, sizes.length);
      PointerByReference value = new PointerByReference();
      call(CREATE_TENSOR_AS_ORT_VALUE, allocator, shape, (long) sizes.length, elementType, value);
      return value.getValue();
    }
  }

  void releaseAllocator(Pointer allocator) {
    function(RELEASE_ALLOCATOR).invokeVoid(new Object[] {allocator});
  }

  private void call(int place, Object... arguments) {
    Pointer status = function(place).invokePointer(arguments);
    if (status == null) {
      return;
    }
    String message = function(GET_ERROR_MESSAGE).invokePointer(new Object[] {status}).getString(0);
    function(RELEASE_STATUS).invokeVoid(new Object[] {status});
    throw new EngineFault(message);
  }

  private Function function(int place) {
    return Function.getFunction(table.getPointer((long) Native.POINTER_SIZE * place));
  }
}
