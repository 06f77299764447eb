/* ICU's data, empty: 31 MB that libxml2 would need only to read encodings other than UTF-8, which Opyt never does. */
#include <unicode/udata.h>

typedef struct {
  uint16_t header_size;
  uint8_t magic[2];
  UDataInfo info;
  char padding[8];
  uint32_t count, reserved;
} EmptyTable;

const EmptyTable U_ICUDATA_ENTRY_POINT = {
  .header_size = 32,
  .magic = {0xda, 0x27},
  .info = {
    sizeof(UDataInfo), 0, U_IS_BIG_ENDIAN, U_CHARSET_FAMILY, sizeof(UChar), 0, {0x54, 0x6f, 0x43, 0x50}, {1, 0, 0, 0}, {0}},
};
